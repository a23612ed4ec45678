//! A document as PDF: shaped, broken into lines and pages, tagged, with the faces it uses embedded as subsets.
//!
//! The way of a page: every piece of a [`Document`](super::Document) becomes strips as wide as the page ([`flow`] and the
//! files named after pieces), strips become pages ([`pages`]), pages become bytes ([`paint`]). Nothing here reads files or
//! knows a clock: faces come in as [`Fonts`], dates stand in the document.

#[cfg(test)]
mod boxes;
mod chart;
mod faces;
mod flow;
mod fonts;
mod form;
mod head;
mod histogram;
mod lines;
mod pages;
mod paint;
mod pieces;
mod render;
mod row;
mod shape;
mod strip;
mod table;
mod tags;
#[cfg(test)]
mod testfont;
#[cfg(test)]
mod tests;
mod theme;

pub use fonts::{FaceBytes, FaceData, Fonts, MoreFaces};
pub use render::{Pdf, PdfError, document_pdf, missing_words, pdf_error};

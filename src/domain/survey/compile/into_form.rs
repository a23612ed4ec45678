//! The steps of compiling, in order.

use std::collections::HashMap;

use super::{flatten, formulas, graph, lists};
use crate::domain::{
    Problem,
    survey::{Attachments, Form, Survey, form::Readers},
};

impl Form {
    /// Compiles a survey with the CSV files beside it.
    ///
    /// # Errors
    /// Every fault of its expressions, each at its place in the file: syntax, unknown names, wrong kinds, and cycles,
    /// which name their members.
    pub fn compile(survey: &Survey, attachments: &Attachments) -> Result<Self, Vec<Problem>> {
        let compiled = Compiled::of(survey, attachments);
        if compiled.faults.is_empty() { Ok(compiled.form) } else { Err(compiled.faults) }
    }
}

/// What compiling a survey gives.
pub(in super::super) struct Compiled {
    /// Of no use when there are faults.
    pub form: Form,
    /// What keeps it from being used.
    pub faults: Vec<Problem>,
    /// Questions nobody can reach, and comparisons with choices that do not exist.
    pub reach: Vec<Problem>,
}

impl Compiled {
    /// Compiles a survey with the CSV files beside it.
    pub fn of(survey: &Survey, attachments: &Attachments) -> Self {
        let (lists, list_names) = lists::gather(survey, attachments);
        let mut form = Form {
            id: survey.id.value.clone(),
            version: survey.version.clone(),
            title: survey.title.clone(),
            default_language: survey.default_language.clone(),
            languages: survey.languages.clone(),
            nodes: Vec::new(),
            names: HashMap::new(),
            scopes: Vec::new(),
            lists,
            list_names,
            tellings: survey.tellings(),
            readers: Readers::default(),
            instance_name: None,
        };
        let written = flatten::flatten(&mut form, survey);
        let mut problems = Vec::new();
        let (programs, reach) = formulas::resolve(&form, survey, &written, &mut problems);
        programs.install(&mut form);
        graph::order(&mut form, &written, &mut problems);
        Self { form, faults: problems, reach }
    }
}

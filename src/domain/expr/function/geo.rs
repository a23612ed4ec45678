//! Distances and areas on the earth.

use std::ops::ControlFlow::Continue;

use super::super::{
    Shape,
    code::Code,
    eval::{Env, Val},
    value::point_of,
};
use super::number::round;
use super::table::{Arg, Function, exactly, row};
use crate::domain::{Point, Value};

/// Metres: the radius at the equator that ODK clients reckon with.
const RADIUS: f64 = 6_378_100.0;

pub(super) static ROWS: &[Function] = &[
    // Square metres inside a line of points.
    row("area", exactly(1), &[Arg::Any], Shape::Number, |env, args| {
        Val::Number(points(env, &args[0]).map_or(f64::NAN, |points| area(&points)))
    }),
    // Metres along a line of points.
    row("distance", exactly(1), &[Arg::Any], Shape::Number, |env, args| {
        Val::Number(points(env, &args[0]).map_or(f64::NAN, |points| distance(&points)))
    }),
];

/// The points of an argument: of one text with `;` between, or of all nodes. Nothing when one cannot be read.
fn points<'a>(env: &Env<'a>, code: &'a Code) -> Option<Vec<Point>> {
    let mut points = Vec::new();
    let mut readable = true;
    let _ = env.each(code, &mut |value| {
        if let Val::Answer(Value::Point(p)) = value {
            points.push(*p);
        } else {
            let text = env.text_of(value);
            for part in text.split(';').map(str::trim).filter(|part| !part.is_empty()) {
                match point_of(part) {
                    Some(p) => points.push(p),
                    None => readable = false,
                }
            }
        }
        Continue(())
    });
    readable.then_some(points)
}

fn distance(points: &[Point]) -> f64 {
    let length: f64 = points.windows(2).map(|pair| great_circle(pair[0], pair[1])).sum();
    round(length, 2.0)
}

/// Haversine formula.
fn great_circle(a: Point, b: Point) -> f64 {
    let half_sine = |from: f64, to: f64| ((to - from).to_radians() / 2.0).sin().powi(2);
    let across = a.latitude.to_radians().cos() * b.latitude.to_radians().cos();
    let h = half_sine(a.latitude, b.latitude) + across * half_sine(a.longitude, b.longitude);
    2.0 * RADIUS * h.sqrt().min(1.0).asin()
}

/// Area of a polygon on a sphere by its longitudes and the sines of its latitudes.
fn area(points: &[Point]) -> f64 {
    let (Some(first), Some(last)) = (points.first(), points.last()) else { return 0.0 };
    if points.len() < 3 {
        return 0.0;
    }
    let side = |a: &Point, b: &Point| {
        (b.longitude - a.longitude).to_radians() * (2.0 + a.latitude.to_radians().sin() + b.latitude.to_radians().sin())
    };
    let sum: f64 = points.windows(2).map(|pair| side(&pair[0], &pair[1])).sum::<f64>() + side(last, first);
    round((sum * RADIUS * RADIUS / 2.0).abs(), 2.0)
}

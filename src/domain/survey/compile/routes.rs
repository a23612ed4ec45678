//! From an instance in which a value changed to the instances that read it.

use std::collections::HashMap;

use crate::domain::{
    expr::NodeId,
    survey::{Form, form::Route},
};

/// All routes of a form, each once. Place 0 is "the same instance".
pub(super) struct Routes {
    list: Vec<Route>,
    places: HashMap<Route, u32>,
}

impl Routes {
    pub(super) fn new() -> Self {
        let here = Route { up: 0, down: Box::default() };
        Self { list: vec![here.clone()], places: HashMap::from([(here, 0)]) }
    }

    /// The way from a value in `from` (a scope) to its reader in `to`. Instances of `crossed` repeats are all meant, not
    /// only the one that both stand in.
    pub(super) fn between(&mut self, form: &Form, from: u32, to: u32, crossed: &[NodeId]) -> u32 {
        if from == to && from == 0 {
            return 0;
        }
        let (source, target) = (chain(form, from), chain(form, to));
        let owner = |scope: &u32| form.scopes[*scope as usize].owner;
        let shared = source
            .iter()
            .zip(&target)
            .enumerate()
            .take_while(|(depth, (a, b))| a == b && (*depth == 0 || !crossed.contains(&owner(a))))
            .count();
        let up = u8::try_from(source.len() - shared).unwrap_or(u8::MAX);
        let down = target.iter().skip(shared).map(owner).collect();
        self.place(Route { up, down })
    }

    fn place(&mut self, route: Route) -> u32 {
        let next = u32::try_from(self.list.len()).unwrap_or(u32::MAX);
        *self.places.entry(route).or_insert_with_key(|route| {
            self.list.push(route.clone());
            next
        })
    }

    pub(super) fn into_list(self) -> Vec<Route> {
        self.list
    }
}

/// A scope and those around it, outermost first.
fn chain(form: &Form, scope: u32) -> Vec<u32> {
    let mut chain = vec![scope];
    let mut at = scope;
    while let Some(parent) = form.scopes[at as usize].parent {
        chain.push(parent);
        at = parent;
    }
    chain.reverse();
    chain
}

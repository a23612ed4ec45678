//! Through the response in survey order, from the nth of something on: every instance on the way is looked at once.

use super::seek::Sought;
use crate::domain::{
    expr::{InstanceId, NodeRef},
    survey::{Draft, Kind},
};

/// A walk from one of what is sought to the next.
pub(super) struct Walk<'d> {
    draft: &'d Draft,
    sought: Sought,
    /// How many are to be passed over before the first.
    skip: u32,
    /// The instance one is in, behind those it stands in.
    levels: Vec<Level>,
    /// How many instances were looked at so far, those passed over too.
    #[cfg(test)]
    pub(super) looked: usize,
}

/// How far one is in an instance.
struct Level {
    instance: InstanceId,
    /// How many of it are behind.
    done: u32,
    /// The repeat one is in.
    repeat: Option<Inside>,
}

/// How far one is in a repeat.
struct Inside {
    at: NodeRef,
    /// Its own, still to come before its instances.
    before: u32,
    /// The next of its instances.
    place: usize,
    /// Its own, to come after its instances.
    after: u32,
}

impl Draft {
    /// From the `first` (from 0) on.
    pub(super) fn walk(&self, sought: Sought, first: u32) -> Walk<'_> {
        let root = Level { instance: InstanceId::ROOT, done: 0, repeat: None };
        Walk {
            draft: self,
            sought,
            skip: first,
            levels: vec![root],
            #[cfg(test)]
            looked: 0,
        }
    }
}

impl Walk<'_> {
    /// To the next slot of the innermost instance that holds some: a question or group, which is one, or into a repeat.
    fn slot(&mut self) -> Option<NodeRef> {
        let level = self.levels.last_mut()?;
        let found = self.draft.instance(level.instance).and_then(|instance| {
            let (slot, inside) = instance.weights.find(level.done + self.skip, self.sought.of)?;
            let node = *self.draft.form().scopes[instance.scope as usize].nodes.get(slot)?;
            let own = (self.sought.of)(&instance.cells.get(slot)?.weight());
            Some((slot, inside, node, own))
        });
        let Some((slot, inside, node, own)) = found else {
            self.levels.pop();
            return None;
        };
        level.done += self.skip - inside;
        self.skip = inside;
        let at = NodeRef { node, instance: level.instance };
        if slot == 0 || self.draft.form().node(node).kind != Kind::Repeat {
            level.done += 1;
            return Some(at);
        }
        let (before, after) = if self.sought.repeat_last { (0, own) } else { (own, 0) };
        level.repeat = Some(Inside { at, before, place: 0, after });
        None
    }

    /// On in the repeat one is in: the repeat itself, or into its next instance that holds some.
    fn repeat(&mut self, mut inside: Inside) -> Option<NodeRef> {
        let level = self.levels.last_mut()?;
        if std::mem::take(&mut inside.before) > 0 {
            let at = inside.at;
            level.done += 1;
            level.repeat = Some(inside);
            return self.unless_passed_over(at);
        }
        let instances = self.draft.instances_of(inside.at);
        while let Some(&instance) = instances.get(inside.place) {
            inside.place += 1;
            #[cfg(test)]
            {
                self.looked += 1;
            }
            let here = (self.sought.of)(&self.draft.weight_of(instance));
            level.done += here;
            if self.skip >= here {
                self.skip -= here;
                continue;
            }
            level.repeat = Some(inside);
            self.levels.push(Level { instance, done: 0, repeat: None });
            return None;
        }
        level.done += inside.after;
        if inside.after > 0 { self.unless_passed_over(inside.at) } else { None }
    }

    fn unless_passed_over(&mut self, at: NodeRef) -> Option<NodeRef> {
        match self.skip.checked_sub(1) {
            Some(less) => {
                self.skip = less;
                None
            }
            None => Some(at),
        }
    }
}

impl Iterator for Walk<'_> {
    type Item = NodeRef;

    fn next(&mut self) -> Option<NodeRef> {
        while let Some(level) = self.levels.last_mut() {
            let found = match level.repeat.take() {
                Some(inside) => self.repeat(inside),
                None => self.slot(),
            };
            if found.is_some() {
                return found;
            }
        }
        None
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use super::*;
    use crate::domain::{
        Lang,
        survey::{Attachments, Edit, Env, Form, Rows, Survey, draft::Lane},
    };

    /// A repeat in a repeat, the outer one grown to `n` instances, each with two inside.
    fn grown(n: usize) -> Draft {
        let text = r#"Survey(id: "s", title: "S", body: [
            Text(name: "first", label: "F"),
            Repeat(name: "flat", label: "Flat", body: [
                Integer(name: "floor", label: "Floor", required: true),
                Repeat(name: "pet", count: "2", label: "Pet", body: [Text(name: "name", label: "N", relevant: "position(..) = 1")]),
            ]),
            Text(name: "last", label: "L"),
        ])"#;
        let form = Form::compile(&Survey::read(text).0.unwrap(), &Attachments::default()).unwrap();
        let now = "2024-11-12T19:30:00+08:00".parse().unwrap();
        let (device, username) = (String::new(), String::new());
        let env = Env { now, lang: Lang::new("en"), device, username, seed: 1, last_saved: None, roll: None };
        let edits = vec![Edit::AddRepeat { path: "/data/flat".parse().unwrap() }; n];
        Draft::resume(Arc::new(form), &env, &edits).0
    }

    #[test]
    fn every_instance_is_looked_at_once_however_many_there_are() {
        for n in [10, 100, 400] {
            let draft = grown(n);
            // Each flat has its row, its floor, its pets, two pets, one name.
            assert_eq!(draft.rows(Rows::Relevant, 0, usize::MAX).len(), 3 + 6 * n);
            let mut walk = draft.walk(Sought::lane(Lane::Live), 0);
            assert_eq!(walk.by_ref().count(), 3 + 6 * n);
            assert_eq!(walk.looked, 3 * n);
            let mut walk = draft.walk(Sought::lane(Lane::Issue), 0);
            assert_eq!(walk.by_ref().count(), n);
            assert_eq!(walk.looked, n, "the pets have no issue and are not entered");
        }
    }

    #[test]
    fn a_walk_begun_anywhere_goes_on_as_the_whole_one() {
        let draft = grown(4);
        for sought in [Sought::lane(Lane::Live), Sought::lane(Lane::Page), Sought::lane(Lane::Row), Sought::OPEN] {
            let whole: Vec<NodeRef> = draft.walk(sought, 0).collect();
            assert_eq!(whole.len(), draft.all(sought) as usize);
            for from in 0..=whole.len() {
                let rest: Vec<NodeRef> = draft.walk(sought, u32::try_from(from).unwrap()).collect();
                assert_eq!(rest, whole[from..], "{from}");
            }
            for (nth, at) in (0..).zip(&whole) {
                assert_eq!(draft.before(sought, *at), Some(nth));
            }
        }
    }
}

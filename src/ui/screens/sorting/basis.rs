//! What sorting works on: the suggestions, which of them have no code, and what the codes given teach. Read at once where
//! there is little, else by the worker.

use std::collections::{BTreeSet, HashMap};

use super::questions::said;
use crate::{
    app::{Ctx, Fate, FetchedMatters, Held, SortWhat, Task},
    domain::{
        Lang,
        matter::{Code, Concern, Likeness, Matters, Said, Step, Target},
        record::StoreError,
    },
    store::Store,
};

/// What sorting works on.
#[derive(Default)]
pub struct Basis {
    /// The suggestions, the oldest first.
    pub said: Vec<Said>,
    /// Those without a code, as places among them.
    pub uncoded: BTreeSet<usize>,
    /// What the codes given teach.
    pub likeness: Likeness,
}

/// How suggestions are looked at.
#[derive(Clone)]
pub struct Looking {
    /// Concerns to choose from.
    pub concerns: Vec<Concern>,
    /// The language they are offered in.
    pub lang: Lang,
    /// Who codes without seeing other codes, when somebody does.
    pub blind: Option<String>,
}

/// What is under way in the background.
pub enum Reading {
    /// What was sorted before.
    Before(Task<Result<FetchedMatters, StoreError>>),
    /// The suggestions.
    Basis(Task<Result<Basis, StoreError>>),
}

/// What came of it.
pub enum Arrived {
    /// What was sorted before is known.
    Before(Box<FetchedMatters>),
    /// The suggestions are there.
    Basis(Box<Basis>),
    /// It could not be read.
    Fault(StoreError),
    /// It broke off.
    Lost,
}

impl Reading {
    /// Begins to read the suggestions.
    pub fn basis(what: &[SortWhat], looking: Looking, ctx: &mut Ctx) -> Self {
        let what = what.to_vec();
        Self::Basis(ctx.beside(move |store, _| {
            let matters = Held::<Matters>::read(store)?;
            Basis::read(&what, &looking, store, matters.register())
        }))
    }

    /// What arrived; nothing while it is under way.
    pub fn taken(&self) -> Option<Arrived> {
        fn of<T>(fate: Fate<Result<T, StoreError>>, put: impl FnOnce(T) -> Arrived) -> Option<Arrived> {
            match fate {
                Fate::Waiting => None,
                Fate::Lost => Some(Arrived::Lost),
                Fate::Done(Ok(read)) => Some(put(read)),
                Fate::Done(Err(error)) => Some(Arrived::Fault(error)),
            }
        }
        match self {
            Self::Before(task) => of(task.take(), |read| Arrived::Before(Box::new(read))),
            Self::Basis(task) => of(task.take(), |basis| Arrived::Basis(Box::new(basis))),
        }
    }
}

impl Basis {
    /// Reads it.
    ///
    /// # Errors
    /// As every read of the store.
    pub fn read(what: &[SortWhat], looking: &Looking, store: &Store, matters: &Matters) -> Result<Self, StoreError> {
        let mut basis = Self { said: said(what, store)?, ..Self::default() };
        name_targets(&mut basis.likeness, looking, matters);
        for (at, said) in basis.said.iter().enumerate() {
            match code_of(said, looking.blind.as_deref(), matters) {
                Some(code) => basis.likeness.add(&said.text, &targets(&code, matters)),
                None => {
                    basis.uncoded.insert(at);
                }
            }
        }
        Ok(basis)
    }
}

/// What counts as the code of a suggestion: with a name one's own, while coding blind.
pub fn code_of(said: &Said, blind: Option<&str>, matters: &Matters) -> Option<Code> {
    let coding = matters.coding(&said.key)?;
    match blind {
        None => coding.code.clone(),
        Some(me) => coding.by_coder.iter().find(|(coder, _)| coder == me).map(|(_, code)| code.clone()),
    }
}

/// What a code comes to now.
pub fn targets(code: &Code, matters: &Matters) -> Vec<Target> {
    let concerns = code.concerns.iter().cloned().map(Target::Concern);
    matters.matters_of(code).into_iter().map(Target::Matter).chain(concerns).collect()
}

/// Says to the likeness which matters and concerns there are now.
pub fn name_targets(likeness: &mut Likeness, looking: &Looking, matters: &Matters) {
    let mut now: HashMap<Target, (String, String)> = HashMap::new();
    for concern in &looking.concerns {
        let label = concern.label.get(&looking.lang).to_owned();
        now.insert(Target::Concern(concern.name.clone()), (label, String::new()));
    }
    for (id, matter) in matters.matters() {
        if matter.put.as_ref().is_none_or(|(step, _)| *step != Step::Dropped) {
            let about = &matter.about;
            // What its concern is called speaks for it too, so that it comes before its concern.
            let label = looking.concerns.iter().find(|concern| concern.name == about.concern);
            let label = label.map(|concern| concern.label.get(&looking.lang)).unwrap_or_default();
            now.insert(Target::Matter(id), (format!("{} {label}", about.title), about.concern.clone()));
        }
    }
    for gone in likeness.targets().into_iter().filter(|target| !now.contains_key(target)) {
        likeness.forget(&gone);
    }
    for (target, (title, concern)) in now {
        likeness.name(&target, &title, &concern);
    }
}

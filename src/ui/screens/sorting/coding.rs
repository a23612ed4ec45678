//! What a key does to the code of a suggestion: a digit assigns, a new matter is raised, undo takes back.

use super::{super::ledger::Line, SortingScreen, basis};
use crate::{
    app::{Ctx, Level},
    domain::{
        MatterId,
        matter::{About, Code, Command, Event, Matters, Target},
    },
    locale::{take, width},
    tr,
};

/// Columns of a title made from a suggestion, at most.
const TITLE: usize = 24;

impl SortingScreen {
    /// Codes the suggestion on view, with what has to happen before; whether that was done.
    pub(super) fn record(&mut self, mut events: Vec<Event>, code: Code, ctx: &mut Ctx) -> bool {
        let Some(said) = self.said.get(self.at) else { return false };
        let (suggestion, text) = (said.key.clone(), said.text.clone());
        let before = self.code(said, ctx);
        for name in &code.concerns {
            events.extend(self.concerns.iter().find(|known| known.name == *name).cloned().map(Event::Concern));
        }
        events.push(Event::Coded { suggestion, code, blind: self.blind });
        let Some(made) = ctx.ask_register::<Matters>(Command::All(events)) else { return false };
        if !made.is_empty() {
            self.steps.push((made, self.at));
        }
        self.learn(&text, before.as_ref(), ctx);
        true
    }

    /// Takes over into the likeness what the suggestion on view is coded as now.
    fn learn(&mut self, text: &str, before: Option<&Code>, ctx: &Ctx) {
        let old = before.map(|code| targets(code, ctx)).unwrap_or_default();
        let after = self.code_here(ctx);
        let new = after.as_ref().map(|code| targets(code, ctx)).unwrap_or_default();
        self.likeness.remove(text, &old);
        self.likeness.add(text, &new);
        if after.is_some() {
            self.uncoded.remove(&self.at);
        } else {
            self.uncoded.insert(self.at);
        }
    }

    /// Assigns what stands at a place of the list.
    pub(super) fn assign(&mut self, at: usize, ctx: &mut Ctx) {
        let Some(target) = self.ranked.get(at).map(|likely| likely.target.clone()) else { return };
        let mut code = if self.several { self.code_here(ctx).unwrap_or_default() } else { Code::default() };
        match target {
            Target::Matter(id) => {
                let standing: Vec<MatterId> =
                    ctx.register::<Matters>().map(|matters| matters.matters_of(&code)).unwrap_or_default();
                if standing.contains(&id) {
                    let Some(matters) = ctx.register::<Matters>() else { return };
                    code.matters.retain(|known| matters.stands_for(*known) != id);
                } else {
                    code.matters.push(id);
                    let concern = ctx.register::<Matters>().and_then(|matters| matters.matter(id));
                    let concern = concern.map(|matter| matter.about.concern.clone()).unwrap_or_default();
                    if !concern.is_empty() && !code.concerns.contains(&concern) {
                        code.concerns.push(concern);
                    }
                }
            }
            Target::Concern(name) if code.concerns.contains(&name) => code.concerns.retain(|known| *known != name),
            Target::Concern(name) => code.concerns.push(name),
        }
        if self.record(Vec::new(), code, ctx) && !self.several {
            self.go_on();
        }
    }

    pub(super) fn ask_new(&mut self) {
        let Some(said) = self.said.get(self.at) else { return };
        let clause = said.text.split(['，', '。', '；', '！', '？', ',', '.', ';', '!', '?', '\n']).map(str::trim);
        let title = clause.into_iter().find(|clause| width(clause) > 2).unwrap_or_default();
        let title = take(title, TITLE).to_owned();
        self.line = Some(Line::new().field(&title, 1));
        self.wrong.clear();
    }

    /// Raises the matter whose title is typed, under the concern that is likeliest, and assigns the suggestion to it.
    pub(super) fn raise(&mut self, ctx: &mut Ctx) {
        let Some(title) = self.line.as_ref().map(|line| line.text(0).to_owned()) else { return };
        let mut code = if self.several { self.code_here(ctx).unwrap_or_default() } else { Code::default() };
        let concern = self.likely_concern();
        let matter = MatterId(ctx.new_id());
        let about = About { title, concern: concern.clone(), ..About::default() };
        code.matters.push(matter);
        if !concern.is_empty() && !code.concerns.contains(&concern) {
            code.concerns.push(concern);
        }
        if self.record(vec![Event::Raised { matter, about, split_from: None }], code, ctx) {
            self.line = None;
            self.name_targets(ctx);
            let title = ctx.register::<Matters>().and_then(|matters| matters.matter(matter));
            let title = title.map(|matter| matter.about.title.clone()).unwrap_or_default();
            ctx.notice(Level::Done, |l| tr!(l, "sorting-raised", title = title));
            if !self.several {
                self.go_on();
            }
        }
    }

    /// The name of the concern something speaks for most; empty when nothing speaks for any.
    pub(super) fn likely_concern(&self) -> String {
        let found = self.ranked.iter().find_map(|likely| match &likely.target {
            Target::Concern(name) if !likely.because.is_empty() => Some(name.clone()),
            _ => None,
        });
        found.unwrap_or_default()
    }

    pub(super) fn undo(&mut self, ctx: &mut Ctx) {
        let Some((made, at)) = self.steps.pop() else {
            ctx.notice(Level::Info, |l| tr!(l, "followup-nothing-to-undo"));
            return;
        };
        self.at = at.min(self.said.len().saturating_sub(1));
        let before = self.code_here(ctx);
        if ctx.undo_register::<Matters>(&made).is_none() {
            self.steps.push((made, at));
            return;
        }
        self.name_targets(ctx);
        if let Some(text) = self.said.get(self.at).map(|said| said.text.clone()) {
            self.learn(&text, before.as_ref(), ctx);
        }
        self.several = false;
        self.rank();
        ctx.notice(Level::Done, |l| tr!(l, "sorting-undone"));
    }
}

/// What a code comes to now.
fn targets(code: &Code, ctx: &Ctx) -> Vec<Target> {
    ctx.register::<Matters>().map(|matters| basis::targets(code, matters)).unwrap_or_default()
}

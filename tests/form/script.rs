//! A draft driven by lines of text, so that a case reads like what happens at a door.
//!
//! ```text
//! people = 3              answers, in the text form of the question's kind; nothing after `=` takes the answer away
//! people ~ refused        answers with a refusal
//! people ! NotANumber = x is refused for this reason
//! + member                adds an instance, `- member[2]` removes one, `^ member[3] 1` moves it to the first place
//! pass people: counted    passes a warning
//! lang en                 shows another language
//! later 90                lets 90 minutes go by
//! reopen                  closes the draft and resumes it from its edits
//! people ? 3              reads as this
//! people is hidden        or shown, required, optional, locked, open, violated, fine, warned, passed
//! label people: ..        its label reads like this
//! offers concern: a b     its choices, in order
//! member has 3            instances in range
//! kept people, ..         the questions in the finished response
//! ```

#![allow(clippy::unwrap_used, clippy::panic, dead_code, reason = "for tests, each of which uses its part")]

use std::{cmp::Ordering, sync::Arc};

use babahui::domain::{
    Answer, Lang, Refusal, Value,
    expr::NodeRef,
    survey::{
        AnswerTree, Attachments, Changes, Draft, Edit, Entry, Env, Form, NodePath, Page, Rows, Survey, Warned, Wording,
    },
};
use chrono::{DateTime, Duration, FixedOffset};

pub struct Script<'a> {
    pub form: Arc<Form>,
    pub draft: Draft,
    pub edits: Vec<Edit>,
    pub env: Env<'a>,
}

pub fn moment(text: &str) -> DateTime<FixedOffset> {
    text.parse().unwrap()
}

pub fn env() -> Env<'static> {
    Env {
        now: moment("2024-11-12T19:30:00+08:00"),
        lang: Lang::new("zh-CN"),
        device: "laptop-3".into(),
        username: "chen".into(),
        seed: 42,
        last_saved: None,
        roll: None,
    }
}

/// The form of a survey, whose body and lists are given as RON.
pub fn form(choices: &str, body: &str) -> Arc<Form> {
    form_with(choices, body, &Attachments::default())
}

pub fn form_with(choices: &str, body: &str, attachments: &Attachments) -> Arc<Form> {
    let text = format!(
        "Survey(id: \"t\", version: \"1\", default_language: \"zh-CN\", title: \"t\", choices: {{{choices}}}, body: [{body}])"
    );
    let (survey, problems) = Survey::read(&text);
    let survey = survey.unwrap_or_else(|| panic!("{problems:?} in {text}"));
    Form::compile(&survey, attachments).unwrap_or_else(|problems| panic!("{problems:?} in {text}")).into()
}

impl<'a> Script<'a> {
    pub fn new(form: Arc<Form>, env: Env<'a>) -> Self {
        let (draft, changes) = Draft::new(Arc::clone(&form), &env);
        Self { form, draft, edits: changes.keeps, env }
    }

    pub fn run(&mut self, script: &str) {
        for line in script.lines().map(str::trim).filter(|line| !line.is_empty()) {
            self.line(line);
            // What reads the clock goes on with the next change, and on reopening.
            if !line.starts_with("later ") {
                self.same_when_reopened(line);
            }
        }
    }

    pub fn at(&self, path: &str) -> NodeRef {
        let path: NodePath = format!("/data/{}", path.trim()).parse().unwrap();
        self.draft.resolve(&path).unwrap_or_else(|| panic!("no node {path}"))
    }

    fn path(path: &str) -> NodePath {
        format!("/data/{}", path.trim()).parse().unwrap()
    }

    fn edit(&mut self, edit: Edit, line: &str) {
        let changes = self.draft.apply(&edit, &self.env).unwrap_or_else(|refusal| panic!("{line}: {refusal:?}"));
        self.note(edit, changes);
    }

    pub fn note(&mut self, edit: Edit, changes: Changes) {
        self.edits.push(edit);
        self.edits.extend(changes.keeps);
    }

    fn value(&self, at: NodeRef, text: &str) -> Result<Option<Answer>, babahui::domain::survey::EditRefusal> {
        Ok(Value::parse(self.form.node(at.node).kind, text)?.map(Answer::Value))
    }

    fn line(&mut self, line: &str) {
        if let Some(path) = line.strip_prefix("+ ") {
            self.edit(Edit::AddRepeat { path: Self::path(path) }, line);
        } else if let Some(path) = line.strip_prefix("- ") {
            self.edit(Edit::RemoveRepeat { path: Self::path(path) }, line);
        } else if let Some((path, to)) = line.strip_prefix("^ ").and_then(|rest| rest.split_once(' ')) {
            self.edit(Edit::MoveRepeat { path: Self::path(path), to: to.parse().unwrap() }, line);
        } else if let Some((path, reason)) = line.strip_prefix("pass ").and_then(|rest| rest.split_once(':')) {
            self.edit(Edit::PassWarning { path: Self::path(path), reason: reason.trim().into() }, line);
        } else if let Some(lang) = line.strip_prefix("lang ") {
            self.env.lang = Lang::new(lang);
            let changes = self.draft.refresh(&self.env);
            assert!(changes.all, "{line}");
            self.edits.extend(changes.keeps);
        } else if let Some(minutes) = line.strip_prefix("later ") {
            self.env.now += Duration::minutes(minutes.parse().unwrap());
        } else if line == "reopen" {
            let (draft, changes) = Draft::resume(Arc::clone(&self.form), &self.env, &self.edits);
            assert!(changes.keeps.is_empty(), "{:?}", changes.keeps);
            self.draft = draft;
        } else if let Some((path, label)) = line.strip_prefix("label ").and_then(|rest| rest.split_once(':')) {
            assert_eq!(self.draft.label(self.at(path)), label.trim(), "{line}");
        } else if let Some((path, names)) = line.strip_prefix("offers ").and_then(|rest| rest.split_once(':')) {
            let options = self.draft.options(self.at(path)).unwrap();
            let offered: Vec<&str> = options.iter().map(|option| option.name).collect();
            assert_eq!(offered, names.split_whitespace().collect::<Vec<_>>(), "{line}");
        } else if let Some(names) = line.strip_prefix("kept") {
            let mut expected: Vec<&str> = names.split_whitespace().collect();
            expected.sort_unstable();
            assert_eq!(kept(&self.draft.answers()), expected, "{line}");
        } else if let Some((path, count)) = line.split_once(" has ") {
            let count: usize = count.parse().unwrap();
            assert_eq!(self.draft.instances_of(self.at(path)).len(), count, "{line}");
        } else if let Some((path, state)) = line.split_once(" is ") {
            self.state(self.at(path), state, line);
        } else if let Some((path, refusal)) = line.split_once(" ~ ") {
            let refusal = match refusal {
                "refused" => Refusal::Refused,
                "unknown" => Refusal::DontKnow,
                _ => Refusal::NotApplicable,
            };
            self.edit(Edit::Set { path: Self::path(path), answer: Some(Answer::Refusal(refusal)) }, line);
        } else if let Some((path, rest)) = line.split_once(" ! ") {
            let (reason, text) = rest.split_once(" =").unwrap();
            let at = self.at(path);
            let before = snapshot(&self.draft);
            let refused = self.value(at, text.trim()).and_then(|answer| self.draft.set(at, answer, &self.env));
            let refused = format!("{:?}", refused.unwrap_err());
            assert!(refused.starts_with(reason.trim()), "{line}: {refused}");
            assert_eq!(snapshot(&self.draft), before, "{line}");
        } else if let Some((path, text)) = line.split_once(" ?") {
            let read = self.draft.value_at(self.at(path)).map(Value::to_text).unwrap_or_default();
            assert_eq!(read, text.trim(), "{line}");
        } else if let Some((path, text)) = line.split_once(" =") {
            let text = text.strip_prefix(' ').unwrap_or(text);
            let answer = self.value(self.at(path), text).unwrap_or_else(|refusal| panic!("{line}: {refusal:?}"));
            self.edit(Edit::Set { path: Self::path(path), answer }, line);
        } else {
            panic!("what is {line}?");
        }
    }

    fn state(&self, at: NodeRef, state: &str, line: &str) {
        let draft = &self.draft;
        let holds = match state {
            "hidden" => !draft.relevant(at),
            "shown" => draft.relevant(at),
            "required" => draft.required(at),
            "optional" => !draft.required(at),
            "locked" => draft.read_only(at),
            "open" => !draft.read_only(at),
            "violated" => draft.violation(at),
            "fine" => !draft.violation(at) && draft.warning(at) == Warned::No,
            "warned" => draft.warning(at) == Warned::Raised,
            "passed" => matches!(draft.warning(at), Warned::Passed(_)),
            "missing" => draft.open_issues().any(|issue| issue.at == at),
            "done" => draft.open_issues().all(|issue| issue.at != at),
            other => panic!("what is {other}?"),
        };
        assert!(holds, "{line}");
    }

    /// The draft as it stands is the one its edits make, computed from scratch.
    pub fn same_when_reopened(&self, line: &str) {
        let (again, changes) = Draft::resume(Arc::clone(&self.form), &self.env, &self.edits);
        assert!(changes.keeps.is_empty(), "after {line}: {:?}", changes.keeps);
        same(&snapshot(&self.draft), &snapshot(&again), line);
    }
}

pub fn same(live: &[String], again: &[String], step: &str) {
    if live != again {
        let differ = live.iter().zip(again).find(|(a, b)| a != b);
        panic!("after {step}: live and reopened differ: {differ:#?} ({} and {} lines)", live.len(), again.len());
    }
}

/// All names of a finished response, repeats' names once for each instance.
fn kept(tree: &AnswerTree) -> Vec<String> {
    let mut names = Vec::new();
    for (name, entry) in &tree.0 {
        match entry {
            Entry::Answer(_) => names.push(name.clone()),
            Entry::Blank => {}
            Entry::Repeat(list) => names.extend(list.iter().flat_map(kept)),
        }
    }
    names.sort_unstable();
    names
}

/// All that a screen can see of a draft, line by line; and the counts, checked against counting one by one.
pub fn snapshot(draft: &Draft) -> Vec<String> {
    let mut lines = Vec::new();
    let rows = draft.rows(Rows::All, 0, usize::MAX);
    assert_eq!(rows.len(), draft.row_count(Rows::All));
    for (place, row) in rows.iter().enumerate() {
        assert_eq!(draft.row_of(Rows::All, row.at), place, "{:?}", draft.path_of(row.at));
        let at = row.at;
        let path = draft.path_of(at).unwrap();
        assert_eq!(draft.resolve(&path), Some(at));
        let options =
            draft.options(at).map(|o| o.iter().map(|o| format!("{}:{}", o.name, o.label)).collect::<Vec<_>>());
        let texts: Vec<String> = if draft.relevant(at) {
            [Wording::Label, Wording::Hint].map(|which| draft.wording(at, which).into_owned()).to_vec()
        } else {
            Vec::new()
        };
        lines.push(format!(
            "{path} {:?} {:?} answer {:?} required {} locked {} warning {:?} {texts:?} {:?} {:?}",
            row.standing,
            row.depth,
            draft.answer(at),
            draft.required(at),
            draft.relevant(at) && draft.read_only(at),
            draft.warning(at),
            options.filter(|_| draft.relevant(at)),
            row.progress,
        ));
    }
    let live: Vec<NodeRef> = rows.iter().map(|row| row.at).filter(|at| draft.relevant(*at)).collect();
    let seen: Vec<NodeRef> = draft.rows(Rows::Relevant, 0, usize::MAX).iter().map(|row| row.at).collect();
    assert_eq!(live, seen);
    let asked: Vec<NodeRef> =
        live.iter().copied().filter(|at| draft.node(*at).takes_answers() && !draft.read_only(*at)).collect();
    let total = draft.total_progress();
    assert_eq!(total.asked, asked.len());
    assert_eq!(total.answered, asked.iter().filter(|at| draft.is_answered(**at)).count());
    for (number, at) in asked.iter().enumerate() {
        assert_eq!(draft.question_number(*at), (number + 1, asked.len()));
    }
    let issues: Vec<NodeRef> = draft.open_issues().map(|issue| issue.at).collect();
    assert!(issues.iter().all(|at| draft.relevant(*at)));
    lines.push(format!(
        "issues {:?}",
        issues.iter().map(|at| draft.path_of(*at).unwrap().to_string()).collect::<Vec<_>>()
    ));
    pages(draft, &asked);
    lines.push(format!("{:?}", draft.answers()));
    lines
}

/// Every page comes once, in order, forwards and backwards; every question put is on its page.
fn pages(draft: &Draft, asked: &[NodeRef]) {
    let mut pages: Vec<Page> = Vec::new();
    let mut next = draft.first_page();
    while let Some(page) = next {
        assert!(!pages.contains(&page), "{page:?} twice");
        pages.push(page);
        next = draft.next_page(page);
        assert_eq!(draft.page_number(page).0, pages.len());
    }
    assert_eq!(draft.last_page(), pages.last().copied());
    for pair in pages.windows(2) {
        assert_eq!(draft.previous_page(pair[1]), Some(pair[0]));
    }
    for at in asked {
        let page = draft.page_of(*at).unwrap();
        assert!(pages.contains(&page), "{page:?}");
        assert!(draft.page_items(page).contains(at), "{:?}", draft.path_of(*at));
        assert_ne!(0.cmp(&draft.page_items(page).len()), Ordering::Equal);
    }
}

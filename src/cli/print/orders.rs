//! What is ordered by the words of `print`.

use super::{PrintArgs, args::PaperWord, run::usage};
use crate::{
    app::printing::{PrintFault, PrintOrder},
    cli::{
        CliFault, Desk, TallyArgs, TallyFormat,
        matters::named_matter,
        meeting,
        visits::{named_round, records},
    },
    domain::{
        MatterId, ResponseId, RoundId,
        matter::{Matters, Which},
        near,
        record::Register,
        visit::Rounds,
    },
    locale::Locale,
    report::{Report, Topic},
    store::Store,
    tr,
};

/// The word for what is printed after a meeting.
pub(super) const EVENING: &str = "evening";

/// The reports that were asked for.
pub(super) fn orders(args: &PrintArgs, store: &Store, desk: &Desk<'_>) -> Result<Vec<PrintOrder>, CliFault> {
    let l = desk.locale;
    let given = args.report.as_deref().unwrap_or_default();
    let reports: Vec<Report> = if given == EVENING {
        Report::EVENING.to_vec()
    } else {
        let words = Report::ALL.iter().map(|report| report.word());
        let found = Report::ALL.iter().find(|report| report.word() == given || report.name(l) == given);
        vec![*found.ok_or_else(|| {
            let near = near(given, words.clone().chain([EVENING])).map(str::to_owned);
            let known = words.chain([EVENING]).collect::<Vec<_>>().join(", ");
            CliFault::Usage(match near {
                Some(near) => tr!(l, "print-unknown-near", name = given, near = near),
                None => tr!(l, "print-unknown", name = given, known = known),
            })
        })?]
    };
    let needs = given == EVENING || args.meeting.is_some() || reports.iter().any(|r| r.topic() == Topic::Meeting);
    let meeting = if needs { Some(meeting::named(args.meeting.as_deref(), store, desk.now(), l)?) } else { None };
    let registers = Registers::named(args, store, l)?;
    reports
        .into_iter()
        .map(|report| {
            let class = match args.class {
                None => report.default_class(),
                Some(class) if given == EVENING => report.class_of(class.class()).unwrap_or(report.default_class()),
                Some(class) => {
                    report.class_of(class.class()).ok_or_else(|| usage(l, &PrintFault::NoEdition(report)))?
                }
            };
            Ok(PrintOrder {
                class,
                questions: args.question.clone(),
                by: args.by.clone(),
                texts: args.texts,
                meeting,
                response: args.response.map(ResponseId),
                round: registers.round,
                surveyors: args.surveyor.clone(),
                matter: registers.matter,
                matters: registers.matters.clone(),
                paper: args.paper.map(PaperWord::paper),
                ..PrintOrder::new(report)
            })
        })
        .collect()
}

/// What is named of visits and matters.
#[derive(Default)]
struct Registers {
    round: Option<RoundId>,
    matter: Option<MatterId>,
    matters: Which,
}

impl Registers {
    fn named(args: &PrintArgs, store: &Store, l: &Locale) -> Result<Self, CliFault> {
        let mut found = Self::default();
        if let Some(given) = &args.round {
            found.round = Some(named_round(given, &Rounds::fold(records::<Rounds>(store)?), l)?);
        }
        if let Some(given) = &args.matter {
            found.matter = Some(named_matter(given, &Matters::fold(records::<Matters>(store)?), l)?);
        }
        found.matters = args.matters.which(store, l)?;
        Ok(found)
    }
}

/// The same filter as `tally` has.
pub(super) fn as_tally(args: &PrintArgs, survey: &str) -> TallyArgs {
    TallyArgs {
        survey: survey.to_owned(),
        by: None,
        question: Vec::new(),
        session: args.session.clone(),
        kind: args.kind.clone(),
        building: args.building.clone(),
        surveyor: args.surveyor.clone(),
        from: args.from.clone(),
        to: args.until.clone(),
        conditions: args.filter.clone(),
        format: TallyFormat::Text,
    }
}

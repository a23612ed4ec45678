//! The files that are part of the program, in the order they are offered. They are text from the moment the program is
//! compiled, so that starting has nothing to check or to sort.

/// A file that is part of the program: its name and its text.
pub(super) type ShippedFile = (&'static str, &'static str);

macro_rules! shipped {
    ($folder:literal: $($name:literal)+) => {
        &[$(($name, include_str!(concat!(env!("CARGO_MANIFEST_DIR"), "/", $folder, "/", $name)))),+]
    };
}

/// The surveys.
pub(super) const SURVEYS: &[ShippedFile] = shipped!("surveys":
    "courtyard-intake.ron"
    "household-visit.ron"
    "micro-wish.ron"
    "service-offer.ron"
    "after-renewal.ron"
);

/// The tables that surveys name.
pub(super) const SURVEY_TABLES: &[ShippedFile] = shipped!("surveys": "services.csv");

/// The agendas.
pub(super) const AGENDAS: &[ShippedFile] = shipped!("agendas":
    "courtyard-meeting.ron"
    "community-chat.ron"
    "neighbours-dialogue.ron"
    "micro-renewal.ron"
    "prize-fund.ron"
    "upkeep-review.ron"
    "residents-meeting.ron"
    "owners-ordinary.ron"
    "owners-special.ron"
);

#[cfg(test)]
mod tests {
    use std::{collections::BTreeSet, fs, path::Path};

    use super::*;

    #[test]
    fn every_file_of_the_folders_is_part_of_the_program() {
        for (folder, files) in [("surveys", [SURVEYS, SURVEY_TABLES].concat()), ("agendas", AGENDAS.to_vec())] {
            let there = fs::read_dir(Path::new(env!("CARGO_MANIFEST_DIR")).join(folder)).unwrap();
            let there = there.map(|entry| entry.unwrap().file_name().into_string().unwrap());
            let named = files.iter().map(|(name, _)| (*name).to_owned());
            assert_eq!(named.collect::<BTreeSet<_>>(), there.collect::<BTreeSet<_>>(), "{folder}");
        }
    }
}

//! A roll from a CSV table.

use super::{RawUnit, RollColumn, RollFault, RollFaultKind, group::names, heading};
use crate::domain::survey::Table;

/// The rows of a table with English or Chinese headings (`owner`, `业主`), in any order; other columns are passed over.
/// Rows that cannot be read stay out and are among the faults.
#[must_use]
pub fn read_csv(table: &Table) -> (Vec<RawUnit>, Vec<RollFault>) {
    let mut faults = Vec::new();
    let places = places(table, &mut faults);
    let place = |column: RollColumn| places.iter().find(|(found, _)| *found == column).map(|(_, place)| *place);
    if place(RollColumn::Owner).is_none() && place(RollColumn::Household).is_none() {
        faults.push(RollFault { row: 1, kind: RollFaultKind::NoColumns });
        return (Vec::new(), faults);
    }
    let mut units = Vec::with_capacity(table.len());
    for row in 0..table.len() {
        let cell = |column| place(column).and_then(|place| table.at(row, place)).unwrap_or_default().trim();
        let text = |column| cell(column).to_owned();
        let line = table.line(row);
        let kind = heading::kind(cell(RollColumn::Kind));
        if kind.is_none() {
            let (word, near) = (text(RollColumn::Kind), heading::near_kind(cell(RollColumn::Kind)));
            faults.push(RollFault { row: line, kind: RollFaultKind::UnknownKind { word, near } });
        }
        let parking = heading::yes(cell(RollColumn::Parking));
        if parking.is_none() {
            let word = text(RollColumn::Parking);
            faults.push(RollFault { row: line, kind: RollFaultKind::UnknownParking { word } });
        }
        if let (Some(kind), Some(parking)) = (kind, parking) {
            units.push(RawUnit {
                row: line,
                owner: text(RollColumn::Owner),
                owner_id: text(RollColumn::OwnerId),
                building: text(RollColumn::Building),
                entrance: text(RollColumn::Entrance),
                household: text(RollColumn::Household),
                area_registry: text(RollColumn::AreaRegistry),
                area_survey: text(RollColumn::AreaSurvey),
                area_contract: text(RollColumn::AreaContract),
                kind,
                parking,
                co_owners: names(cell(RollColumn::CoOwners)),
            });
        }
    }
    (units, faults)
}

/// Which column stands where.
fn places(table: &Table, faults: &mut Vec<RollFault>) -> Vec<(RollColumn, usize)> {
    let mut places: Vec<(RollColumn, usize)> = Vec::new();
    for (place, heading) in table.columns().into_iter().enumerate() {
        let kind = match heading::column(heading) {
            Some(column) if places.iter().any(|(found, _)| *found == column) => {
                RollFaultKind::RepeatedColumn { column, heading: heading.to_owned() }
            }
            Some(column) => {
                places.push((column, place));
                continue;
            }
            None => match heading::near_heading(heading) {
                Some(near) => RollFaultKind::UnknownColumn { heading: heading.to_owned(), near },
                None => continue,
            },
        };
        faults.push(RollFault { row: 1, kind });
    }
    places
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::domain::meeting::roll::VoterKind;

    fn read(text: &str) -> (Vec<RawUnit>, Vec<RollFault>) {
        read_csv(&Table::read(text).unwrap())
    }

    #[test]
    fn reads_headings_in_both_languages() {
        let chinese =
            "业主姓名,楼栋,单元,房号,产权面积（㎡）,类别,是否车位,共有人,电话\n张三,1,2,301,72.40,,否,李四、王五,138\n";
        let english = "Owner,building,Entrance,household,area registry,kind,parking,co-owners,phone\n\
                       张三,1,2,301,72.40,owner,no,李四;王五,138\n";
        let (units, faults) = read(chinese);
        assert_eq!(faults, []);
        assert_eq!(units, read(english).0);
        let wanted = RawUnit {
            row: 2,
            owner: "张三".into(),
            building: "1".into(),
            entrance: "2".into(),
            household: "301".into(),
            area_registry: "72.40".into(),
            co_owners: vec!["李四".into(), "王五".into()],
            ..RawUnit::default()
        };
        assert_eq!(units, [wanted]);
    }

    #[test]
    fn says_which_row_cannot_be_read() {
        let (units, faults) = read("业主,类别,车位,合同面机\n甲,开发商,是,1\n乙,develper,,1\n丙,,也许,1\n");
        assert_eq!(units.len(), 1);
        assert_eq!((units[0].kind, units[0].parking), (VoterKind::Developer, true));
        let said: Vec<_> = faults.into_iter().map(|fault| (fault.row, fault.kind)).collect();
        assert_eq!(
            said,
            [
                (1, RollFaultKind::UnknownColumn { heading: "合同面机".into(), near: "合同面积" }),
                (3, RollFaultKind::UnknownKind { word: "develper".into(), near: Some("developer") }),
                (4, RollFaultKind::UnknownParking { word: "也许".into() }),
            ]
        );
    }

    #[test]
    fn a_table_of_something_else_is_no_roll() {
        assert_eq!(read("street,length\na,1\n").1, [RollFault { row: 1, kind: RollFaultKind::NoColumns }]);
        let repeated = RollFaultKind::RepeatedColumn { column: RollColumn::Owner, heading: "owner".into() };
        assert_eq!(read("业主,owner\n甲,乙\n").1, [RollFault { row: 1, kind: repeated }]);
    }
}

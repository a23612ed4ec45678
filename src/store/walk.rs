//! The whole log, entity by entity, and the tables that follow from it beside it: one pass over each, no statement an entity.

use rusqlite::{Connection, Rows, Statement, types::Value as Column};

use super::{
    fault::Raw,
    forget::put_stand_ins,
    row::{RECORD, record},
};
use crate::domain::record::Record;

/// Calls `work` for every entity of the log, in the order of their bytes, with its records in the order they count, erased
/// ones left out. An entity all of whose records are erased is handed over too.
pub(super) fn each_entity(
    conn: &Connection,
    mut work: impl FnMut(&str, &[Record]) -> Result<(), Raw>,
) -> Result<(), Raw> {
    let mut query = conn.prepare(&format!("SELECT {RECORD} FROM log ORDER BY entity, hlc, device, seq"))?;
    let mut rows = query.query([])?;
    let mut of: Option<String> = None;
    let mut records: Vec<Record> = Vec::new();
    while let Some(row) = rows.next()? {
        let entity = row.get_ref("entity")?;
        if of.as_ref().is_none_or(|of| entity.as_bytes().is_ok_and(|entity| entity != of.as_bytes())) {
            if let Some(of) = of.replace(row.get("entity")?) {
                put_stand_ins(conn, &mut records)?;
                work(&of, &records)?;
            }
            records.clear();
        }
        records.extend(record(row)?);
    }
    put_stand_ins(conn, &mut records)?;
    of.map_or(Ok(()), |of| work(&of, &records))
}

/// A table read alongside [`each_entity`]: its statement selects the entity first and orders by it.
pub(super) struct Beside<'a> {
    rows: Rows<'a>,
    width: usize,
    /// The row read last, not yet asked for.
    next: Option<Vec<Column>>,
}

impl<'a> Beside<'a> {
    /// The table from its start.
    pub(super) fn new(statement: &'a mut Statement<'_>) -> Result<Self, Raw> {
        let width = statement.column_count();
        let mut beside = Self { rows: statement.query([])?, width, next: None };
        beside.read()?;
        Ok(beside)
    }

    /// The rows of an entity. Entities are asked for in their order; rows of others between them are passed over.
    pub(super) fn of(&mut self, entity: &str) -> Result<Vec<Vec<Column>>, Raw> {
        let mut found = Vec::new();
        while let Some(Column::Text(id)) = self.next.as_ref().and_then(|row| row.first()) {
            match id.as_str().cmp(entity) {
                std::cmp::Ordering::Greater => break,
                std::cmp::Ordering::Equal => found.extend(self.next.take()),
                std::cmp::Ordering::Less => {}
            }
            self.read()?;
        }
        Ok(found)
    }

    fn read(&mut self) -> Result<(), Raw> {
        let width = self.width;
        let row = self.rows.next()?;
        self.next = row.map(|row| (0..width).map(|i| row.get(i)).collect::<Result<_, _>>()).transpose()?;
        Ok(())
    }
}

//! Taking in responses that were filled elsewhere; taking the same in twice changes nothing.

use super::{
    log::{self, Stamp},
    open::Store,
    response::known,
};
use crate::domain::{
    record::{Body, StoreError},
    survey::Response,
};

/// What an import did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Imported {
    /// Responses that were not here before.
    pub added: u64,
    /// Responses that were here with other content: a new revision each.
    pub revised: u64,
    /// Responses that were here just so, now or as an earlier revision, and stay as they are.
    pub known: u64,
}

impl Store {
    /// Records responses, all or none.
    ///
    /// # Errors
    /// As every write.
    pub fn import(&mut self, responses: Vec<Response>, mut stamp: Stamp<'_>) -> Result<Imported, StoreError> {
        self.write(|tx, origin| {
            let mut done = Imported::default();
            for response in responses {
                let key = response.head.id.to_string();
                let body = Body::Response(response);
                if known(tx, &key, &body)?.is_some() {
                    done.known += 1;
                    continue;
                }
                match log::append(tx, origin, &mut stamp, body, key)?.prev {
                    None => done.added += 1,
                    Some(_) => done.revised += 1,
                }
            }
            Ok(done)
        })
    }
}

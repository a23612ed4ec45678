//! Parts that read nothing are computed once, here.

use std::borrow::Cow;

use chrono::{DateTime, FixedOffset};

use super::super::{
    InstanceId, Model, NodeId, NodeRef, XValue,
    code::Code,
    eval::{Env, Shared},
    function::Effect,
};
use super::resolver::Resolver;
use crate::domain::{Lang, Value};

impl Resolver<'_> {
    /// The code, or its value when it depends on nothing.
    pub(super) fn folded(&self, code: Code) -> Code {
        let constant = |code: &Code| matches!(code, Code::Constant(_));
        let folds = match &code {
            Code::Negate(inner) | Code::Regex(inner, _) => constant(inner),
            Code::Chain(first, rest) => constant(first) && rest.iter().all(|(_, code)| constant(code)),
            Code::Call(function, args) => function.effect == Effect::None && args.iter().all(constant),
            _ => false,
        };
        if !folds {
            return code;
        }
        let nobody = Nobody(Lang::new("en"));
        let context = NodeRef { node: NodeId::ROOT, instance: InstanceId::ROOT };
        let shared = Shared::default();
        let env = Env::new(self.schema, &nobody, &shared, context);
        let value: XValue = env.finish(env.eval(&code));
        Code::Constant(value)
    }
}

/// The answers of nobody: constants do not ask for any.
struct Nobody(Lang);

impl Model for Nobody {
    fn parent_instance(&self, _: InstanceId) -> Option<InstanceId> {
        None
    }
    fn repeat_of(&self, _: InstanceId) -> NodeId {
        NodeId::ROOT
    }
    fn instances(&self, _: NodeId, _: InstanceId) -> &[InstanceId] {
        &[]
    }
    fn position(&self, _: InstanceId) -> usize {
        1
    }
    fn value(&self, _: NodeRef) -> Option<&Value> {
        None
    }
    fn choice_label(&self, _: NodeId, _: &str) -> Option<&str> {
        None
    }
    fn list_cell(&self, _: &str, _: usize, _: &str) -> Option<&str> {
        None
    }
    fn list_len(&self, _: &str) -> usize {
        0
    }
    fn list_find(&self, _: &str, _: &str, _: &str) -> Option<usize> {
        None
    }
    fn last_saved(&self, _: NodeId) -> Option<&Value> {
        None
    }
    fn itext(&self, _: &str) -> Option<Cow<'_, str>> {
        None
    }
    fn now(&self) -> DateTime<FixedOffset> {
        DateTime::default()
    }
    fn lang(&self) -> &Lang {
        &self.0
    }
    fn random(&self) -> u64 {
        0
    }
}

//! Which names an expression mentions, before anything is known of the survey it stands in.

use super::{
    Expr,
    ast::{Ast, AstKind, Call, Path, Start, Test},
};

impl Expr {
    /// Every name a path goes through, in the order they stand; some twice, and columns of a choice list among them.
    ///
    /// ```
    /// use babahui::domain::expr::Expr;
    /// let expr = Expr::parse("if(${age} > 17, ../name, '')").unwrap();
    /// assert_eq!(expr.names(), ["age", "name"]);
    /// ```
    #[must_use]
    pub fn names(&self) -> Vec<&str> {
        let mut names = Vec::new();
        each(&self.ast, &mut |part| {
            let AstKind::Path(path) = &part.it else { return };
            if let Start::Name(name) | Start::LastSaved(name) = &path.start.it {
                names.push(name.as_str());
            }
            let tests = path.steps.iter().map(|step| &step.test.it);
            names.extend(tests.filter_map(|test| if let Test::Name(name) = test { Some(name.as_str()) } else { None }));
        });
        names
    }

    /// Every call of the function of this name, with what stands in its parentheses.
    #[must_use]
    pub fn calls(&self, function: &str) -> Vec<&Call> {
        let mut calls = Vec::new();
        each(&self.ast, &mut |part| {
            if let AstKind::Call(call) = &part.it
                && call.name.it == function
            {
                calls.push(call);
            }
        });
        calls
    }
}

/// Hands every part of a tree to `see`, the outer before the inner.
fn each<'a>(ast: &'a Ast, see: &mut impl FnMut(&'a Ast)) {
    see(ast);
    match &ast.it {
        AstKind::Number(_) | AstKind::Text(_) => {}
        AstKind::Negate(inner) => each(inner, see),
        AstKind::Chain(first, rest) => {
            each(first, see);
            for (_, part) in rest {
                each(part, see);
            }
        }
        AstKind::Call(call) => each_of(&call.args, see),
        AstKind::Path(path) => inside(path, see),
    }
}

fn inside<'a>(path: &'a Path, see: &mut impl FnMut(&'a Ast)) {
    if let Start::Nodes(nodes) = &path.start.it {
        each(nodes, see);
    }
    each_of(&path.predicates, see);
    for step in &path.steps {
        each_of(&step.predicates, see);
    }
}

fn each_of<'a>(parts: &'a [Ast], see: &mut impl FnMut(&'a Ast)) {
    for part in parts {
        each(part, see);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn names_are_found_wherever_they_stand() {
        let rows: [(&str, &[&str]); 8] = [
            ("1 + 2", &[]),
            ("'${a}'", &[]),
            ("-${a} + ${b} * ${a}", &["a", "b", "a"]),
            ("count(${member}[./age >= ${least}])", &["member", "age", "least"]),
            ("/data/home/phone", &["data", "home", "phone"]),
            ("${last-saved#area}", &["area"]),
            ("selected(name, ${top})", &["name", "top"]),
            ("concat(pulldata('roll', 'phone', 'here', 'yes'), ../x)", &["x"]),
        ];
        for (text, names) in rows {
            assert_eq!(Expr::parse(text).unwrap().names(), names, "{text}");
        }
        assert_eq!(Expr::parse("concat(pulldata('a', 'b', 'c', pulldata('d')))").unwrap().calls("pulldata").len(), 2);
    }
}

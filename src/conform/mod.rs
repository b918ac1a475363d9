//! A plan and what the manifest records of it → diagnostics.

mod structure;
mod tree;

pub use tree::{Mark, Tree, TreeDiff};

use crate::corpus::{Accepted, Entry};
use crate::diagnostic::{Diagnostic, Finding, Span};
use crate::task::Plan;

/// What is left to report once the record was taken into account.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Conformity {
    /// What is to be reported, in the order of the text.
    pub diagnostics: Vec<Diagnostic>,
    /// How many diagnostics the manifest accepts.
    pub accepted: usize,
}

/// Compares a plan, and all that was noticed while reading it, with what the
/// manifest records of it, if it does.
pub fn conform(plan: &Plan, noticed: Vec<Diagnostic>, entry: Option<&Entry>) -> Conformity {
    let text = &plan.outline.text;
    let mut conformity = Conformity::default();
    if let Some(entry) = entry {
        conformity.diagnostics = structure::compare(plan, &entry.structure);
    }
    let acceptable = entry.map_or(&[][..], |entry| &entry.accepted);
    let mut found = vec![false; acceptable.len()];
    for diagnostic in noticed {
        let mut accepted = false;
        for (entry, found) in acceptable.iter().zip(&mut found) {
            if accepts(entry, &diagnostic, text) {
                accepted = true;
                *found = true;
            }
        }
        if accepted {
            conformity.accepted += 1;
        } else {
            conformity.diagnostics.push(diagnostic);
        }
    }
    for (entry, _) in acceptable.iter().zip(found).filter(|(_, found)| !found) {
        conformity.diagnostics.push(Diagnostic::new(
            Finding::AcceptedNotFound {
                code: entry.code.clone(),
                text: entry.text.clone(),
            },
            Span::default(),
        ));
    }
    conformity
        .diagnostics
        .sort_by_key(|diagnostic| (diagnostic.span, diagnostic.rule()));
    conformity
}

/// Whether the quoted text stands at the place of the diagnostic: it may be
/// the place itself, a piece of it, or a longer quotation from its lines, by
/// which places that read alike are told apart.
fn accepts(accepted: &Accepted, diagnostic: &Diagnostic, text: &str) -> bool {
    if accepted.code != diagnostic.code() {
        return false;
    }
    let place = diagnostic.span;
    let start = text[..place.start].rfind('\n').map_or(0, |at| at + 1);
    let end = text[place.end..]
        .find('\n')
        .map_or(text.len(), |at| place.end + at);
    text[start..end]
        .match_indices(&accepted.text)
        .map(|(at, quoted)| Span::new(start + at, start + at + quoted.len()))
        .any(|quoted| quoted.contains(place) || place.contains(quoted))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(accepted: &[(&str, &str)]) -> Entry {
        let mut manifest = String::from(
            "id = 'a'\ntitle = 'a'\nlevel = 'city'\nfile = 'a.txt'\nsha256 = ''\naccepted = [",
        );
        for (code, text) in accepted {
            manifest += &format!("{{ code = '{code}', text = '{text}' }},");
        }
        toml::from_str(&(manifest + "]")).expect("an entry")
    }

    /// The codes left over, and how many were accepted, where one duplicate
    /// number is noticed at the second `二、`.
    fn left_over(accepted: &[(&str, &str)]) -> (Vec<&'static str>, usize) {
        let text = "一、加强教育\n二、健全制度\n二、强化监督\n三、严肃纪律\n";
        let plan = crate::task::read(crate::outline::parse(text, None));
        let start = text.rfind("二、").expect("it is there");
        let noticed = vec![Diagnostic::new(
            Finding::NumberDuplicate {
                number: "二、".into(),
            },
            Span::new(start, start + "二、".len()),
        )];
        let conformity = conform(&plan, noticed, Some(&entry(accepted)));
        let codes = conformity.diagnostics.iter().map(Diagnostic::code);
        (codes.collect(), conformity.accepted)
    }

    #[test]
    fn a_diagnostic_is_accepted_by_its_code_and_what_stands_at_its_place() {
        let accepted: (&[&str], usize) = (&[], 1);
        let refused: (&[&str], usize) = (&["PLAN051", "PLAN011"], 0);
        for (code, quoted, (codes, count)) in [
            ("PLAN011", "二、", accepted),
            ("PLAN011", "二、强化监督", accepted),
            ("PLAN011", "二", accepted),
            ("PLAN011", "二、健全制度", refused),
            ("PLAN011", "强化监督", refused),
            ("PLAN012", "二、", refused),
        ] {
            let found = left_over(&[(code, quoted)]);
            assert_eq!(found, (codes.to_vec(), count), "{code} {quoted}");
        }
        assert_eq!(left_over(&[]), (vec!["PLAN011"], 0));
    }

    #[test]
    fn an_accepted_diagnostic_that_is_gone_is_told_of() {
        let (codes, accepted) = left_over(&[("PLAN011", "二、"), ("PLAN012", "三、")]);
        assert_eq!((codes, accepted), (vec!["PLAN051"], 1));
    }
}

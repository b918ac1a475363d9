//! Which rules a reader asks for, by code, prefix of a code, or name.

use super::Rule;

/// Rules chosen with `--select` and `--ignore`.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Selection {
    select: Option<Vec<Rule>>,
    ignore: Vec<Rule>,
}

/// A selector that names no rule.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("no rule “{selector}”")]
pub struct UnknownRule {
    /// What was typed.
    pub selector: String,
    /// The rule with the most similar name, where one is similar.
    pub similar: Option<Rule>,
}

impl Selection {
    /// Reads the two lists; an empty `select` selects all.
    pub fn parse<'a>(
        select: impl IntoIterator<Item = &'a str>,
        ignore: impl IntoIterator<Item = &'a str>,
    ) -> Result<Self, UnknownRule> {
        let select = rules(select)?;
        Ok(Self {
            select: (!select.is_empty()).then_some(select),
            ignore: rules(ignore)?,
        })
    }

    /// Whether findings of this rule are wanted. What is ignored stays
    /// ignored, selected or not.
    pub fn wants(&self, rule: Rule) -> bool {
        !self.ignore.contains(&rule) && self.select.as_ref().is_none_or(|all| all.contains(&rule))
    }

    /// Whether the reader named the rule among those to show.
    pub fn names(&self, rule: Rule) -> bool {
        self.select.is_some() && self.wants(rule)
    }
}

fn rules<'a>(selectors: impl IntoIterator<Item = &'a str>) -> Result<Vec<Rule>, UnknownRule> {
    let mut rules = Vec::new();
    for selector in selectors {
        rules.extend(matching(selector)?);
    }
    Ok(rules)
}

/// The rules that a selector names: a code (`PLAN012`), the beginning of a
/// code (`PLAN01`), either without `PLAN` (`012`), or a name (`number-gap`).
/// Never empty.
pub fn matching(selector: &str) -> Result<Vec<Rule>, UnknownRule> {
    let wanted = selector.trim();
    let code = wanted.to_ascii_uppercase();
    let digits = code.strip_prefix("PLAN").unwrap_or(&code);
    let found: Vec<Rule> = if !code.is_empty() && digits.bytes().all(|byte| byte.is_ascii_digit()) {
        let beginning = format!("PLAN{digits}");
        let starts = |rule: &Rule| rule.code().starts_with(&beginning);
        Rule::ALL.iter().copied().filter(starts).collect()
    } else {
        let named = |rule: &Rule| rule.name().eq_ignore_ascii_case(wanted);
        Rule::ALL.iter().copied().filter(named).collect()
    };
    if found.is_empty() {
        return Err(UnknownRule {
            selector: wanted.to_owned(),
            similar: similar(&wanted.to_ascii_lowercase()),
        });
    }
    Ok(found)
}

/// Below this likeness a suggestion misleads more often than it helps.
const ALIKE: f64 = 0.6;

/// The rule whose name shares most letter pairs, in whatever order of words.
fn similar(name: &str) -> Option<Rule> {
    let alike = |rule: Rule| strsim::sorensen_dice(name, rule.name());
    let best = Rule::ALL
        .iter()
        .copied()
        .max_by(|&a, &b| alike(a).total_cmp(&alike(b)))?;
    (alike(best) >= ALIKE).then_some(best)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_rule_is_named_by_code_prefix_number_or_name() {
        for (selector, expected) in [
            ("PLAN012", &["PLAN012"][..]),
            ("plan012", &["PLAN012"]),
            ("012", &["PLAN012"]),
            ("number-gap", &["PLAN012"]),
            ("Number-Gap", &["PLAN012"]),
            (" PLAN04 ", &["PLAN040"]),
            ("PLAN00", &["PLAN001", "PLAN002", "PLAN003", "PLAN004"]),
        ] {
            let codes: Vec<_> = matching(selector)
                .expect(selector)
                .iter()
                .map(|rule| rule.code())
                .collect();
            assert_eq!(codes, expected, "{selector}");
        }
        assert_eq!(matching("PLAN").expect("all").len(), Rule::ALL.len());
    }

    #[test]
    fn a_selector_that_names_nothing_is_an_error_with_the_nearest_name() {
        for (selector, similar) in [
            ("number-gaps", Some(Rule::NumberGap)),
            ("duplicate-number", Some(Rule::NumberDuplicate)),
            ("Unit-Twice", Some(Rule::UnitNamedTwice)),
            ("PLAN999", None),
            ("spelling", None),
            ("", None),
        ] {
            let error = matching(selector).expect_err(selector);
            assert_eq!(error.similar, similar, "{selector}");
        }
    }

    #[test]
    fn what_is_ignored_stays_ignored() {
        let selection = |select: &[&'static str], ignore: &[&'static str]| {
            Selection::parse(select.iter().copied(), ignore.iter().copied()).expect("rules")
        };
        for (select, ignore, wanted, named) in [
            (&[][..], &[][..], true, false),
            (&["PLAN01"], &[], true, true),
            (&["PLAN03"], &[], false, false),
            (&[], &["number-gap"], false, false),
            (&["PLAN01"], &["PLAN012"], false, false),
        ] {
            let selection = selection(select, ignore);
            let case = format!("--select {select:?} --ignore {ignore:?}");
            assert_eq!(selection.wants(Rule::NumberGap), wanted, "{case}");
            assert_eq!(selection.names(Rule::NumberGap), named, "{case}");
        }
    }
}

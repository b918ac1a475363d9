//! Labels such as `牵头单位` and the role each gives.

use std::sync::LazyLock;

use super::super::Role;
use crate::vocabulary::Endings;

/// Words that give the leading part.
const LEAD: &[&str] = &["牵头", "主办", "主责", "主抓"];
/// Words that give a supporting part.
#[rustfmt::skip]
const SUPPORT: &[&str] = &[
    "协办", "配合", "参与", "参加", "协助", "支持", "协同", "会办", "协作", "支撑",
];
/// Words that give the responsible part.
#[rustfmt::skip]
const RESPONSIBLE: &[&str] = &[
    "负责", "责任", "承办", "落实", "实施", "执行", "主管", "承担", "完成", "指导",
];
/// What a label names.
const BEARERS: &[&str] = &["单位", "部门", "机构", "主体", "处室", "科室", "地区", "方"];

/// Longest label, in characters.
const LONGEST: usize = 14;

/// The role that a label before a colon gives, such as `牵头单位`,
/// `市级责任单位`, `配合`; nothing if it is no responsibility label.
pub(super) fn role_of(label: &str) -> Option<Role> {
    if label.is_empty() || label.chars().count() > LONGEST {
        return None;
    }
    let bare = bearer_stripped(label);
    let named = bare.len() < label.len();
    let role = role_in(bare)?;
    let whole = FOLLOWING.iter().any(|(word, _)| *word == bare) || bare == "责任";
    (named || whole).then_some(role)
}

/// Whether a text ends in what a label names: `牵头单位`, `责任部门`.
pub(super) fn ends_in_bearer(text: &str) -> bool {
    BEARER_ENDINGS.at_end(text).is_some()
}

static BEARER_ENDINGS: LazyLock<Endings> = LazyLock::new(|| Endings::new(BEARERS.iter().copied()));

/// Whether a label says its role and what it names in so many words, and
/// nothing else: `牵头单位`, not `市级牵头单位` or `牵头`.
pub(super) fn is_exact(label: &str) -> bool {
    let bare = bearer_stripped(label);
    bare.len() < label.len()
        && !label.contains(['（', '('])
        && (bare == "责任" || FOLLOWING.iter().any(|(word, _)| *word == bare))
}

/// The role of a word that follows the units: `A牵头，B配合`.
pub(super) const FOLLOWING: &[(&str, Role)] = &[
    ("牵头", Role::Lead),
    ("主办", Role::Lead),
    ("协办", Role::Support),
    ("配合", Role::Support),
    ("参与", Role::Support),
    ("参加", Role::Support),
    ("协助", Role::Support),
    ("支持", Role::Support),
    ("协同", Role::Support),
    ("负责", Role::Responsible),
    ("承办", Role::Responsible),
    ("落实", Role::Responsible),
    ("组织实施", Role::Responsible),
    ("实施", Role::Responsible),
    ("指导", Role::Responsible),
];

fn role_in(label: &str) -> Option<Role> {
    [
        (LEAD, Role::Lead),
        (SUPPORT, Role::Support),
        (RESPONSIBLE, Role::Responsible),
    ]
    .into_iter()
    .find(|(words, _)| words.iter().any(|word| label.contains(word)))
    .map(|(_, role)| role)
}

fn bearer_stripped(label: &str) -> &str {
    let label = label.split(['（', '(']).next().unwrap_or(label);
    BEARERS
        .iter()
        .find_map(|bearer| label.strip_suffix(bearer))
        .unwrap_or(label)
}

/// Whether a label has the shape of one, whatever its word: `政协单位`.
pub(super) fn is_label_shaped(label: &str) -> bool {
    let bare = bearer_stripped(label);
    bare.len() < label.len() && !bare.is_empty() && label.chars().count() <= 6
}

/// The label among `known` that this one is most probably a misprint of: the
/// one with the most characters in common, at least two thirds of them.
pub(super) fn probable<'k>(
    label: &str,
    known: impl IntoIterator<Item = &'k str>,
) -> Option<&'k str> {
    known
        .into_iter()
        .map(|candidate| {
            let shared = candidate
                .chars()
                .filter(|char| label.contains(*char))
                .count();
            (shared, candidate)
        })
        .filter(|(shared, candidate)| shared * 3 >= candidate.chars().count() * 2)
        .max_by_key(|&(shared, _)| shared)
        .map(|(_, candidate)| candidate)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_label_gives_its_role() {
        use Role::{Lead, Responsible, Support};
        for (label, role) in [
            ("牵头单位", Some(Lead)),
            ("主办单位", Some(Lead)),
            ("市级牵头部门", Some(Lead)),
            ("牵头（责任）单位", Some(Lead)),
            ("牵头责任单位", Some(Lead)),
            ("牵头", Some(Lead)),
            ("协办单位", Some(Support)),
            ("配合责任单位", Some(Support)),
            ("参与部门", Some(Support)),
            ("责任单位", Some(Responsible)),
            ("负责单位", Some(Responsible)),
            ("落实单位", Some(Responsible)),
            ("政协单位", None),
            ("完成时限", None),
            ("责任", Some(Responsible)),
            ("明确责任", None),
            ("主要任务", None),
        ] {
            assert_eq!(role_of(label), role, "{label}");
        }
    }

    #[test]
    fn a_misprinted_label_is_traced_to_the_one_it_shares_most_with() {
        let known = ["牵头单位", "协办单位"];
        assert_eq!(probable("政协单位", known), Some("协办单位"));
        assert_eq!(probable("联系电话", known), None);
    }
}

//! The parts that single units of a list have by a mark after their names:
//! `责任单位：A（牵头）、B、C（配合）`.

use crate::diagnostic::Span;

use super::super::{Role, Unit};
use super::group::Group;
use super::label;
use super::units::compact;

/// The groups that a list makes: units with a mark have its role, the others
/// that of the list.
pub(super) fn parted(text: &str, list: Group) -> Vec<Group> {
    let mut groups = vec![Group {
        units: Vec::with_capacity(list.units.len()),
        ..list
    }];
    for unit in list.units {
        let Some((role, mark)) = mark(text, unit.span) else {
            groups[0].units.push(unit);
            continue;
        };
        let unit = unmarked(text, &unit);
        match groups.iter_mut().find(|group| group.role == role) {
            Some(group) => group.units.push(unit),
            None => groups.push(Group {
                role,
                label: mark,
                units: vec![unit],
            }),
        }
    }
    if groups.len() > 1 && groups[0].units.is_empty() {
        groups.remove(0);
    }
    groups
}

/// The mark after a name, without its bracket, and the role that it gives.
fn mark(text: &str, name: Span) -> Option<(Role, Span)> {
    let inside = name.of(text).strip_suffix(['）', ')'])?;
    let open = inside.rfind(['（', '('])?;
    let mark = inside[open..].trim_start_matches(['（', '(']);
    let end = name.start + inside.len();
    let role = label::role_of(&compact(mark))?;
    Some((role, Span::new(end - mark.len(), end)))
}

/// A unit without the mark after its name.
fn unmarked(text: &str, unit: &Unit) -> Unit {
    let cut = |name: &str| name.rfind(['（', '(']).unwrap_or(name.len());
    Unit {
        span: Span::new(unit.span.start, unit.span.start + cut(unit.span.of(text))).trimmed(text),
        name: unit.name[..cut(&unit.name)].to_owned(),
    }
}

//! Three plans, each answering to the one above it: what came down from where.

use crate::align::{Alignment, Origin, Scope, Status};
use crate::task::{Applies, ClauseIndex, ClauseKind, Plan};

/// What the reference asks, what the plan between adds, and what the local
/// plan has of either and of its own.
#[derive(Debug, Clone, PartialEq)]
pub struct Chain {
    /// Every measure of the reference, in order.
    pub asked: Vec<Asked>,
    /// Every measure of the plan between that is not the reference's, in order.
    pub added: Vec<Added>,
    /// Every measure of the local plan, in order.
    pub locals: Vec<Traced>,
}

/// A measure of the reference.
#[derive(Debug, Clone, PartialEq)]
pub struct Asked {
    /// The clause of the reference.
    pub clause: ClauseIndex,
    /// Whether it falls to the locality's level.
    pub applies: Applies,
    /// Its counterparts in the plan between.
    pub between: Vec<ClauseIndex>,
    /// Its counterparts in the local plan, found directly or through the plan
    /// between.
    pub local: Vec<ClauseIndex>,
}

/// A measure that the plan between added.
#[derive(Debug, Clone, PartialEq)]
pub struct Added {
    /// The clause of the plan between.
    pub clause: ClauseIndex,
    /// What became of it in the local plan.
    pub status: Status,
    /// Its counterparts there.
    pub local: Vec<ClauseIndex>,
}

/// A measure of the local plan.
#[derive(Debug, Clone, PartialEq)]
pub struct Traced {
    /// The clause of the local plan.
    pub clause: ClauseIndex,
    /// Where it comes from.
    pub source: Provenance,
    /// Its counterparts in the reference, found directly or through the plan
    /// between.
    pub reference: Vec<ClauseIndex>,
    /// Its counterparts in the plan between.
    pub between: Vec<ClauseIndex>,
}

/// How far a measure of the reference came down.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Reach {
    /// Both plans have it.
    Both,
    /// The plan between has it, the local one does not.
    Between,
    /// The local plan has it, the one between does not.
    Local,
    /// Neither has it.
    Neither,
}

/// Where a measure of the local plan comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub enum Provenance {
    /// The reference asks for it.
    Reference,
    /// The plan between added it.
    Between,
    /// Found in neither.
    Own,
}

impl Reach {
    /// All of them, in their order.
    pub const ALL: [Self; 4] = [Self::Both, Self::Between, Self::Local, Self::Neither];

    /// The name in data; never translated.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Both => "both",
            Self::Between => "between-only",
            Self::Local => "local-only",
            Self::Neither => "neither",
        }
    }
}

impl Provenance {
    /// All of them, in their order.
    pub const ALL: [Self; 3] = [Self::Reference, Self::Between, Self::Own];

    /// The name in data; never translated.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Reference => "reference",
            Self::Between => "between",
            Self::Own => "own",
        }
    }
}

impl Asked {
    /// How far it came down.
    pub fn reach(&self) -> Reach {
        match (self.between.is_empty(), self.local.is_empty()) {
            (false, false) => Reach::Both,
            (false, true) => Reach::Between,
            (true, false) => Reach::Local,
            (true, true) => Reach::Neither,
        }
    }

    /// Whether the locality can carry it out: only these are counted.
    pub fn is_counted(&self) -> bool {
        matches!(self.applies, Applies::Local | Applies::Mixed)
    }
}

/// The three alignments of a chain.
#[derive(Debug, Clone, Copy)]
pub struct Alignments<'a> {
    /// The plan between with the reference.
    pub between: &'a Alignment,
    /// The local plan with the plan between.
    pub local: &'a Alignment,
    /// The local plan with the reference.
    pub across: &'a Alignment,
}

impl Chain {
    /// Follows every measure down and every local measure up.
    pub fn of(reference: &Plan, between: &Plan, local: &Plan, found: Alignments) -> Self {
        let asked = measures(reference).map(|clause| {
            let to_between = down(found.between, clause);
            let through = to_between
                .iter()
                .filter(|&&at| hands_on(found.between, clause, at));
            let through = through.flat_map(|&at| down(found.local, at));
            let direct = down(found.across, clause);
            Asked {
                clause,
                applies: found.across.clauses[clause].applicability.0,
                local: together(direct.into_iter().chain(through)),
                between: to_between,
            }
        });
        let of_between = |clause: ClauseIndex| found.between.locals[clause].origin;
        let is_added = |&clause: &ClauseIndex| of_between(clause) == Some(Origin::Local);
        let added = measures(between).filter(is_added).map(|clause| Added {
            clause,
            status: found.local.clauses[clause].status,
            local: down(found.local, clause),
        });
        Self {
            asked: asked.collect(),
            added: added.collect(),
            locals: measures(local).map(|clause| trace(clause, found)).collect(),
        }
    }

    /// How many measures that fall to the locality came down so far.
    pub fn reached(&self, reach: Reach) -> usize {
        let counted = self.asked.iter().filter(|asked| asked.is_counted());
        counted.filter(|asked| asked.reach() == reach).count()
    }

    /// How many local measures come from there.
    pub fn from(&self, source: Provenance) -> usize {
        let from = self.locals.iter().filter(|traced| traced.source == source);
        from.count()
    }

    /// How many of the measures that the plan between added have this status.
    pub fn added_with(&self, status: Status) -> usize {
        let with = self.added.iter().filter(|added| added.status == status);
        with.count()
    }
}

fn trace(clause: ClauseIndex, found: Alignments) -> Traced {
    let between = up(found.local, clause);
    let through = between.iter().flat_map(|&at| {
        let above = up(found.between, at).into_iter();
        above.filter(move |&clause| hands_on(found.between, clause, at))
    });
    let reference = together(up(found.across, clause).into_iter().chain(through));
    // What has no link may still be made of words that stand above.
    let known = |alignment: &Alignment| alignment.locals[clause].origin == Some(Origin::Central);
    let source = match (reference.is_empty(), between.is_empty()) {
        (false, _) => Provenance::Reference,
        (true, false) => Provenance::Between,
        (true, true) if known(found.across) => Provenance::Reference,
        (true, true) if known(found.local) => Provenance::Between,
        (true, true) => Provenance::Own,
    };
    Traced {
        clause,
        source,
        reference,
        between,
    }
}

fn measures(plan: &Plan) -> impl Iterator<Item = ClauseIndex> + '_ {
    (0..plan.clauses.len()).filter(|&at| plan.clauses[at].kind == ClauseKind::Measure)
}

/// The counterparts of a clause in the plan below.
fn down(alignment: &Alignment, clause: ClauseIndex) -> Vec<ClauseIndex> {
    let links = alignment.clauses[clause].links.iter();
    together(links.map(|link| link.local))
}

/// The counterparts of a clause in the plan above.
fn up(alignment: &Alignment, clause: ClauseIndex) -> Vec<ClauseIndex> {
    let links = alignment.locals[clause].links.iter();
    together(links.map(|&(above, _)| above))
}

/// Whether what goes back to a clause of the plan between goes back to the
/// clause of the reference, too: not if the former says much more.
fn hands_on(alignment: &Alignment, clause: ClauseIndex, between: ClauseIndex) -> bool {
    let mut links = alignment.clauses[clause].links.iter();
    links.any(|link| link.local == between && link.scope != Scope::Wider)
}

fn together(clauses: impl Iterator<Item = ClauseIndex>) -> Vec<ClauseIndex> {
    let mut clauses: Vec<ClauseIndex> = clauses.collect();
    clauses.sort_unstable();
    clauses.dedup();
    clauses
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::align::Reference;
    use crate::task::Level;

    const CENTRE: &str = "一、整治河道\n清除河道淤泥，保持水流通畅。建立举报奖励制度，鼓励群众监督。\n\
        二、保护湿地\n划定湿地保护红线，严禁围垦。\n";
    const PROVINCE: &str = "一、整治河道\n清除河道淤泥，保持水流通畅。建立举报奖励制度，鼓励群众监督。\n\
        二、种植护岸林木\n沿主要河流两岸种植护岸林木，每年抚育一次。\n";
    const CITY: &str = "一、整治河道\n清除河道淤泥，保持水流通畅。\n\
        二、种植护岸林木\n沿主要河流两岸种植护岸林木，每年抚育一次。\n\
        三、其他工作\n划定湿地保护红线，严禁围垦。为渔船船主发放换季补贴票据。\n";

    #[test]
    fn every_measure_is_followed_down_and_up() {
        let read = |text: &str| crate::task::read(crate::outline::parse(text, None));
        let (centre, province, city) = (read(CENTRE), read(PROVINCE), read(CITY));
        let index = Reference::new(&centre);
        let found = Alignments {
            between: &index.align(&province, Level::Province),
            local: &Reference::new(&province).align(&city, Level::City),
            across: &index.align(&city, Level::City),
        };
        let chain = Chain::of(&centre, &province, &city, found);

        let first = |text: &str| text.chars().take(4).collect::<String>();
        let asked: Vec<_> = chain
            .asked
            .iter()
            .map(|asked| (first(centre.text(asked.clause)), asked.reach()))
            .collect();
        assert_eq!(
            asked,
            [
                ("清除河道".to_owned(), Reach::Both),
                ("建立举报".to_owned(), Reach::Between),
                ("划定湿地".to_owned(), Reach::Local),
            ]
        );
        let added: Vec<_> = chain
            .added
            .iter()
            .map(|added| (first(province.text(added.clause)), added.status))
            .collect();
        assert_eq!(added, [("沿主要河".to_owned(), Status::Covered)]);
        let locals: Vec<_> = chain
            .locals
            .iter()
            .map(|traced| (first(city.text(traced.clause)), traced.source))
            .collect();
        assert_eq!(
            locals,
            [
                ("清除河道".to_owned(), Provenance::Reference),
                ("沿主要河".to_owned(), Provenance::Between),
                ("划定湿地".to_owned(), Provenance::Reference),
                ("为渔船船".to_owned(), Provenance::Own),
            ]
        );
    }
}

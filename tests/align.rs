//! What the aligner makes of documents that nobody fitted it to.

use std::path::{Path, PathBuf};

use plan::align::{Alignment, ChangeKind, Detail, Force, Reference};
use plan::task::{ClauseKind, Level, Plan};
use plan::{outline, source, task};

fn read(path: &Path) -> Plan {
    let bytes = std::fs::read(path).expect("the document is there");
    let name = path.display().to_string();
    let source = source::read(&bytes, &name, &source::Limits::default());
    task::read(outline::parse(&source.expect("it holds text").text, None))
}

fn fixture(name: &str) -> Plan {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    read(&root.join("fixtures/align").join(name))
}

/// An alignment whose clauses are found by their first words.
struct Aligned {
    reference: Plan,
    local: Plan,
    alignment: Alignment,
}

impl Aligned {
    fn new(reference: Plan, local: Plan) -> Self {
        let alignment = Reference::new(&reference).align(&local, Level::County);
        Self {
            reference,
            local,
            alignment,
        }
    }

    fn clause(&self, begins: &str) -> usize {
        (0..self.reference.clauses.len())
            .find(|&at| self.reference.text(at).starts_with(begins))
            .expect("a clause begins so")
    }

    /// The local wording that the clause is linked with, by its citation.
    fn counterparts(&self, begins: &str) -> Vec<String> {
        let mut found: Vec<usize> = self.alignment.clauses[self.clause(begins)]
            .links
            .iter()
            .map(|link| link.local)
            .collect();
        found.sort_unstable();
        found
            .into_iter()
            .map(|at| self.local.citation(at))
            .collect()
    }
}

fn rivers() -> Aligned {
    Aligned::new(fixture("rivers.txt"), fixture("rivers-county.txt"))
}

#[test]
fn a_task_that_gathers_four_clauses_is_linked_with_all_four() {
    let rivers = rivers();
    for begins in ["加快城镇污水", "规范畜禽养殖场", "推广测土配方", "关停沿岸"]
    {
        assert_eq!(rivers.counterparts(begins), ["一1第1句"], "{begins}");
    }
}

#[test]
fn a_clause_spread_over_two_tasks_is_linked_with_both() {
    assert_eq!(
        rivers().counterparts("全面建立河长制"),
        ["二4第1句", "二5第1句"]
    );
}

#[test]
fn a_clause_moved_to_another_chapter_is_one_link_that_says_so() {
    let rivers = rivers();
    let links = &rivers.alignment.clauses[rivers.clause("实行禁渔期")].links;
    assert_eq!(rivers.counterparts("实行禁渔期"), ["二7第1句"]);
    assert!(links[0].moved);
}

#[test]
fn what_nobody_took_up_is_a_gap_and_what_is_new_an_addition() {
    let rivers = rivers();
    for begins in ["种植芦苇", "建立水利与公安", "建立蓝藻水华"] {
        assert_eq!(rivers.counterparts(begins), [""; 0], "{begins}");
    }
    let additions: Vec<&str> = (0..rivers.local.clauses.len())
        .filter(|&at| rivers.alignment.locals[at].origin == Some(plan::align::Origin::Local))
        .map(|at| rivers.local.text(at))
        .collect();
    assert_eq!(additions, ["举办龙舟节，开发滨水旅游线路。"]);
}

#[test]
fn what_a_link_changes_is_said() {
    let rivers = rivers();
    let link = |begins: &str| rivers.alignment.clauses[rivers.clause(begins)].links[0].clone();
    let report = link("建立河长述职");
    assert_eq!(report.force, Force::Weaker);
    let details: Vec<_> = link("加快城镇污水")
        .changes
        .iter()
        .map(|change| (change.kind, change.local.clone().unwrap_or_default()))
        .collect();
    for (kind, words) in [
        (ChangeKind::DetailAdded(Detail::Number), "85%"),
        (ChangeKind::DetailAdded(Detail::Deadline), "2011年底前"),
        (ChangeKind::DetailAdded(Detail::Unit), "县住建局"),
    ] {
        assert!(details.contains(&(kind, words.to_owned())), "{details:?}");
    }
}

/// Share of the reference's measures, headings and principles with a link.
fn linked(reference: &Plan, local: &Plan) -> f64 {
    let alignment = Reference::new(reference).align(local, Level::City);
    let clauses = reference.clauses.iter().zip(&alignment.clauses);
    let compared: Vec<_> = clauses
        .filter(|(clause, _)| clause.kind != ClauseKind::Responsibility)
        .collect();
    let linked = compared
        .iter()
        .filter(|(_, verdict)| !verdict.links.is_empty());
    linked.count() as f64 / compared.len().max(1) as f64
}

#[test]
fn documents_that_have_nothing_to_do_with_each_other_come_out_as_gaps() {
    let (rivers, county) = (fixture("rivers.txt"), fixture("rivers-county.txt"));
    let doctors = fixture("doctors.txt");
    for (name, share) in [
        ("rivers, doctors", linked(&rivers, &doctors)),
        ("doctors, rivers", linked(&doctors, &county)),
    ] {
        assert!(share <= 0.02, "{name}: {share}");
    }
    assert!(linked(&rivers, &county) > 0.4);
}

/// A plan of one field that takes up little of another is no stranger to it.
#[test]
fn the_few_clauses_that_documents_of_one_field_share_are_linked() {
    let floods = Aligned::new(fixture("rivers.txt"), fixture("floods.txt"));
    assert_eq!(floods.counterparts("严厉打击非法采砂"), ["一2第1句"]);
    assert_eq!(floods.counterparts("河道显著位置"), ["三11第1句"]);
    assert!(linked(&floods.reference, &floods.local) < 0.2);
}

/// Real documents of unlike subjects, kept outside the project.
#[rustfmt::skip]
const UNRELATED: [(&str, &str); 18] = [
    ("l_cq_dianshang_flat.txt", "l_zj_neilao145_tables.txt"),
    ("l_gz_jiatingyisheng.txt", "l_zj_neilao145_tables.txt"),
    ("c_guofa2018_42_nongjihua.txt", "l_cq_dianshang_flat.txt"),
    ("c_guofa2018_42_nongjihua.txt", "l_gz_dixiakongjian_pdf.txt"),
    ("c_guobanfa2018_128_wufeichengshi.txt", "l_cq_dianshang_flat.txt"),
    ("c_guobanfa2018_128_wufeichengshi.txt", "l_yiwu_minbanjiaoyu.txt"),
    ("c_guofa2018_39_jiuye.txt", "l_gz_jiatingyisheng.txt"),
    ("c_guofa2018_39_jiuye.txt", "l_law_daqi_sd.txt"),
    ("c_2021yihao.txt", "l_cq_dianshang_flat.txt"),
    ("c_2021yihao.txt", "gz2012_rencai_jiju.txt"),
    ("c_law_cunweihui.txt", "l_gz_dixiakongjian_pdf.txt"),
    ("c_law_cunweihui.txt", "l_law_daqi_sd.txt"),
    ("c_law_daqi.txt", "l_law_cunweihui_zj.txt"),
    ("c_law_daqi.txt", "l_jx_jiankang.txt"),
    ("c_guobanfa2018_124_wenhua2guiding.txt", "l_sh_nongji.txt"),
    ("c_tiaoli722_yingshang_flat.txt", "l_bj_shengtaianquan_pdf.txt"),
    ("c_guobanhan2005_57_liangshiyuan.txt", "l_fuxin_jiankang.txt"),
    ("c_guobanhan2005_57_liangshiyuan.txt", "l_sh_jichuyanjiu.txt"),
];

fn shared_documents() -> Option<PathBuf> {
    let above = Path::new(env!("CARGO_MANIFEST_DIR")).ancestors().skip(1);
    above
        .map(|folder| folder.join("shared/documents"))
        .find(|folder| folder.is_dir())
}

#[test]
fn real_documents_of_unlike_subjects_come_out_as_gaps() {
    let Some(folder) = shared_documents() else {
        eprintln!("left out: there is no shared/documents beside the project");
        return;
    };
    for (reference, local) in UNRELATED {
        let share = linked(&read(&folder.join(reference)), &read(&folder.join(local)));
        assert!(share <= 0.02, "{reference}, {local}: {share}");
    }
}

//! Makes any number of local plans from those of the corpus, the same ones for
//! the same seed, and says for each which clauses it took from which other:
//!
//! ```sh
//! cargo run --release --example generate -- 10000 /tmp/plans [SEED]
//! ```
//!
//! Tasks are dropped and put in another order, words are replaced by others of
//! like meaning, places are renamed. Each plan has some clauses of its own and
//! some of earlier plans; `sources.tsv` lists those taken over: the plan, the
//! clause as it stands there, the plan it was taken from and the one it was
//! first in.

use std::collections::BTreeMap;
use std::fmt::Write as _;
use std::io::Write as _;
use std::path::Path;

use fastrand::Rng;

/// Words that stand for each other.
const SYNONYMS: &[(&str, &str)] = &[
    ("加强", "强化"),
    ("健全", "完善"),
    ("建立", "构建"),
    ("推进", "促进"),
    ("开展", "组织开展"),
    ("严格", "从严"),
    ("认真", "切实"),
    ("进一步", "继续"),
    ("加大", "提高"),
    ("积极", "大力"),
    ("落实", "贯彻落实"),
];

const SYLLABLES: &[char] = &[
    '临', '安', '平', '阳', '江', '河', '清', '远', '丰', '泽', '宁', '川', '和', '昌', '新', '兴',
    '永', '康', '云', '海', '石', '林', '泉', '田', '松', '岭', '武', '陵', '东', '湖', '梁', '溪',
];

const BODIES: &[&str] = &[
    "市财政局",
    "市审计局",
    "市民政局",
    "市住建局",
    "市卫生局",
    "市教育局",
    "市水利局",
    "市交通局",
    "镇街纪委",
    "社区党组织",
    "市直机关工委",
    "国有企业党委",
    "行业协会",
    "市招标办",
    "市政务中心",
    "市检察院",
];
const ACTS: &[&str] = &[
    "编印",
    "设立",
    "评选",
    "抽查",
    "约谈",
    "公示",
    "巡回讲授",
    "建档管理",
    "联网核查",
    "结对走访",
    "跟踪回访",
    "挂牌督办",
    "定点观测",
    "交叉互评",
    "集中会审",
    "视频直播",
];
const THINGS: &[&str] = &[
    "廉情观察点",
    "工程预算红线",
    "窗口服务评价",
    "村账明细",
    "采购限价目录",
    "干部家访记录",
    "廉洁书屋",
    "公车轨迹",
    "项目后评估报告",
    "低保复核名册",
    "药品差价清单",
    "学校食堂账目",
    "河道采砂许可",
    "拆迁补偿底册",
    "公益林补助",
    "文艺巡演节目",
    "公务灶标准",
    "扶贫互助金",
    "殡葬收费",
    "农机补贴名单",
    "出租车牌照",
    "驾校考场",
    "体育场馆租金",
    "旧城改造标段",
    "人防工程验收",
    "老干部活动经费",
    "菜市场摊位",
    "渔船燃油补贴",
    "停车泊位收费",
    "供暖管网检修",
];
const MANNERS: &[&str] = &[
    "按季度通报排名",
    "向居民代表当面报告",
    "由第三方机构复算",
    "列入年终述职",
    "在门户网站滚动刊载",
    "逐户发放明白卡",
    "与信用档案挂钩",
    "邀请离退休人员参加",
    "实行双人双锁",
    "留存影像备查",
    "每半年更新一次",
    "由镇街书记签字背书",
];

/// A clause of no central origin that has come into the world.
struct Local {
    first_in: usize,
    stands_in: usize,
    text: String,
}

fn main() -> std::io::Result<()> {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let [count, folder, ..] = arguments.as_slice() else {
        eprintln!("usage: generate N FOLDER [SEED]");
        std::process::exit(2);
    };
    let count: usize = count.parse().expect("N is a number");
    let seed = arguments
        .get(2)
        .map_or(1, |seed| seed.parse().expect("SEED is a number"));
    let folder = Path::new(folder);
    std::fs::create_dir_all(folder)?;
    let originals = originals();
    let mut rng = Rng::with_seed(seed);
    let mut locals: Vec<Local> = Vec::new();
    let mut sources = std::io::BufWriter::new(std::fs::File::create(folder.join("sources.tsv"))?);
    writeln!(sources, "plan\tclause\ttaken_from\tfirst_in")?;
    for at in 0..count {
        let original = &originals[rng.usize(..originals.len())];
        let mut additions = Vec::new();
        for _ in 0..rng.usize(2..=4) {
            let text = invented(&mut rng);
            additions.push(text.clone());
            locals.push(Local {
                first_in: at,
                stands_in: at,
                text,
            });
        }
        let earlier = locals.partition_point(|local| local.stands_in < at);
        for _ in 0..rng.usize(2..=4).min(earlier) {
            let from = rng.usize(..earlier);
            let text = reworded(&locals[from].text, &mut rng, 0.3);
            let Local {
                first_in,
                stands_in,
                ..
            } = locals[from];
            if additions.contains(&text) {
                continue;
            }
            writeln!(
                sources,
                "{}\t{text}\t{}\t{}",
                name(at),
                name(stands_in),
                name(first_in)
            )?;
            additions.push(text.clone());
            locals.push(Local {
                first_in,
                stands_in: at,
                text,
            });
        }
        std::fs::write(
            folder.join(name(at)),
            original.vary(&additions, at, &mut rng),
        )?;
    }
    sources.flush()
}

fn name(at: usize) -> String {
    format!("{at:06}.txt")
}

/// A plan of the corpus, line by line.
struct Original {
    place: String,
    lines: Vec<String>,
}

fn originals() -> Vec<Original> {
    let corpus = plan::corpus::Corpus::embedded();
    let limits = plan::source::Limits::default();
    // Damaged text is a matter of its own: no plan is made from it.
    let whole = |text: &str| text.lines().count() > 20;
    corpus
        .locals_of("central")
        .filter_map(|entry| {
            let source = corpus.read(&entry.id, &limits).expect("embedded").source;
            whole(&source.text).then(|| Original {
                place: entry.place.clone().unwrap_or_default(),
                lines: source.text.lines().map(str::to_owned).collect(),
            })
        })
        .collect()
}

impl Original {
    fn vary(&self, additions: &[String], at: usize, rng: &mut Rng) -> String {
        let place: String = (0..2)
            .map(|_| SYLLABLES[rng.usize(..SYLLABLES.len())])
            .collect();
        let mut out = String::new();
        for block in self.blocks(rng) {
            for line in block {
                let line = reworded(line, rng, 0.2);
                let _ = writeln!(out, "{}", self.renamed(&line, &place));
            }
        }
        let _ = writeln!(out, "九、结合实际开展的工作");
        for (number, addition) in additions.iter().enumerate() {
            let _ = writeln!(out, "{}．{addition}", number + 1);
        }
        // A day of its own for each plan of some decades, then the years go on.
        let (year, month, day) = (1990 + at / 336, at / 28 % 12 + 1, at % 28 + 1);
        let _ = writeln!(out, "{year}年{month}月{day}日");
        out
    }

    /// The lines in blocks that begin with a number of the text's, some left
    /// out and neighbours changed about. Chapters stay.
    fn blocks(&self, rng: &mut Rng) -> Vec<&[String]> {
        let mut blocks: Vec<&[String]> = Vec::new();
        let mut start = 0;
        for at in 1..=self.lines.len() {
            let begins = self.lines.get(at).is_none_or(|line| begins_block(line));
            if begins {
                blocks.push(&self.lines[start..at]);
                start = at;
            }
        }
        let mut kept: Vec<&[String]> = Vec::new();
        for (at, block) in blocks.into_iter().enumerate() {
            if at == 0 || is_chapter(&block[0]) || rng.f64() < 0.85 {
                kept.push(block);
            }
        }
        for at in 2..kept.len() {
            if rng.f64() < 0.1 && !is_chapter(&kept[at][0]) && !is_chapter(&kept[at - 1][0]) {
                kept.swap(at, at - 1);
            }
        }
        kept
    }

    fn renamed(&self, line: &str, place: &str) -> String {
        let bare = self.place.trim_end_matches('市');
        if bare.is_empty() {
            return line.to_owned();
        }
        line.replace(bare, place)
    }
}

fn is_chapter(line: &str) -> bool {
    let line = line.trim_start();
    line.chars().take(3).collect::<String>().contains('、')
        && line.starts_with(['一', '二', '三', '四', '五', '六', '七', '八'])
}

fn begins_block(line: &str) -> bool {
    let line = line.trim_start();
    is_chapter(line)
        || line.starts_with(['（', '('])
        || line.starts_with(|first: char| first.is_ascii_digit())
}

/// Each word that has a double is replaced with this chance.
fn reworded(text: &str, rng: &mut Rng, chance: f64) -> String {
    let mut words: BTreeMap<&str, &str> = SYNONYMS.iter().copied().collect();
    words.retain(|word, _| text.contains(word) && rng.f64() < chance);
    let mut reworded = text.to_owned();
    for (word, other) in words {
        if !reworded.contains(other) {
            reworded = reworded.replacen(word, other, 1);
        }
    }
    reworded
}

/// A measure that no other text has: what is done to two things, by whom, how.
fn invented(rng: &mut Rng) -> String {
    let mut of = |list: &[&'static str]| list[rng.usize(..list.len())];
    format!(
        "加强对{}和{}的管理，由{}{}{}，{}，{}。",
        of(THINGS),
        of(THINGS),
        of(BODIES),
        of(ACTS),
        of(THINGS),
        of(MANNERS),
        of(MANNERS)
    )
}

//! A folder of new documents: what is guessed, what is refused, and what a
//! person corrected.

mod common;

use std::path::Path;

use calamine::{Reader, Xlsx};

use common::{plan, stdout};

const CENTRAL: &str = "国务院关于印发加强河道管理工作规划的通知\n国发〔2018〕7号\n\n\
    各省、自治区、直辖市人民政府：\n一、加强管理\n（一）每月巡查河道。\n（二）建立举报奖励制度。\n\
    国务院\n2018年3月2日\n";
const CITY: &str = "威海市加强河道管理实施方案\n威政发〔2018〕15号\n\n各区、县人民政府：\n\
    根据《国务院关于印发加强河道管理工作规划的通知》，制定本方案。\n一、主要任务\n\
    1.每月巡查河道。\n2.清理河道垃圾。\n威海市人民政府\n2018年8月1日\n";
const COUNTY: &str = "<html><body><h1>义乌市加强河道管理实施意见</h1><p>一、任务</p>\
    <p>（一）清理河道垃圾。</p></body></html>";

/// A folder with a page, a text in GBK, and two files that are none.
fn folder() -> tempfile::TempDir {
    let folder = tempfile::tempdir().expect("a folder");
    let write = |name: &str, bytes: &[u8]| {
        let path = folder.path().join(name);
        std::fs::create_dir_all(path.parent().expect("a parent")).expect("a folder");
        std::fs::write(path, bytes).expect("a file");
    };
    write("规划.txt", CENTRAL.as_bytes());
    write("地方/方案.txt", &encoding_rs::GBK.encode(CITY).0);
    write("地方/意见.html", COUNTY.as_bytes());
    write("扫描件.docx", b"PK\x05\x06");
    write("空.txt", b"");
    write("README.md", "说明".as_bytes());
    folder
}

fn run(arguments: &[&str]) -> (String, String, Option<i32>) {
    let output = plan(arguments).output().expect("the program starts");
    let text = |bytes| String::from_utf8(bytes).expect("UTF-8");
    (
        text(output.stdout),
        text(output.stderr),
        output.status.code(),
    )
}

fn register(folder: &Path) -> String {
    std::fs::read_to_string(folder.join("corpus.toml")).expect("a register")
}

#[test]
fn a_folder_is_taken_in_and_its_bad_files_are_listed() {
    let folder = folder();
    let name = folder.path().display().to_string();
    let (table, told, status) = run(&["--lang", "zh", "add", &name]);
    assert_eq!(status, Some(2), "{told}");
    assert!(told.contains("未能读取：\n"), "{told}");
    assert!(
        told.contains("空.txt: 文件为空；请确认已正确保存"),
        "{told}"
    );
    assert!(
        told.contains("新登记 3 份，原已登记 0 份，未能读取 2 份"),
        "{told}"
    );
    assert!(table.contains("8〕15号"), "{table}");

    let register = register(folder.path());
    for expected in [
        "id = \"方案\"\nnames = [\"威海\", \"威海市\"]\ntitle = \"威海市加强河道管理实施方案\"\nlevel = \"city\"\n\
         place = \"山东省威海市\"\nnumber = \"威政发〔2018〕15号\"\ndate = \"2018-08-01\"\n\
         reference = \"规划\"\nfile = \"地方/方案.txt\"\nsha256 = ",
        "level = \"county\"\nplace = \"浙江省金华市义乌市\"\nreference = \"规划\"\nfile = \"地方/意见.html\"",
        "level = \"central\"\nplace = \"中央\"\nnumber = \"国发〔2018〕7号\"\ndate = \"2018-03-02\"\nfile = \"规划.txt\"",
    ] {
        assert!(
            register.contains(expected),
            "{expected}\nis not in\n{register}"
        );
    }
    // The corpus works at once, and what is inside the program is still there.
    let coverage = stdout(&["--corpus", &name, "coverage", "规划", "-f", "csv"], 0);
    assert!(coverage.contains("方案"), "{coverage}");
    stdout(
        &["--corpus", &name, "diff", "central", "威海", "-f", "csv"],
        0,
    );
}

#[test]
fn running_again_keeps_corrections_and_adds_only_what_is_new() {
    let folder = folder();
    let name = folder.path().display().to_string();
    run(&["add", &name]);
    let corrected =
        register(folder.path()).replace("level = \"city\"", "level = \"county\" # 试点");
    std::fs::write(folder.path().join("corpus.toml"), &corrected).expect("written");
    let (_, told, _) = run(&["add", &name]);
    assert_eq!(register(folder.path()), corrected, "{told}");

    std::fs::write(
        folder.path().join("新.txt"),
        "台州市河道方案\n一、巡查河道。\n",
    )
    .expect("a file");
    std::fs::copy(
        folder.path().join("规划.txt"),
        folder.path().join("副本.txt"),
    )
    .expect("a copy");
    std::fs::remove_file(folder.path().join("地方/意见.html")).expect("removed");
    let changed = CITY.replace("每月", "每周");
    std::fs::write(folder.path().join("地方/方案.txt"), changed).expect("written");
    let (_, told, _) = run(&["add", &name]);
    for expected in [
        "副本.txt: the same file as 规划.txt; not added",
        "地方/意见.html: the file is gone",
        "地方/方案.txt: changed since, recorded anew",
        "1 document added, 3 already registered",
    ] {
        assert!(told.contains(expected), "{told}");
    }
    assert!(register(folder.path()).contains("level = \"county\" # 试点"));
    stdout(&["--corpus", &name, "show", "方案"], 0);
}

#[test]
fn a_sheet_is_corrected_and_given_back() {
    let folder = folder();
    let name = folder.path().display().to_string();
    let sheet = folder.path().join("登记表.xlsx").display().to_string();
    run(&["--lang", "zh", "add", &name, "-o", &sheet]);
    assert!(!folder.path().join("corpus.toml").exists());
    let bytes = std::fs::read(&sheet).expect("a sheet");
    let mut book: Xlsx<_> = Xlsx::new(std::io::Cursor::new(bytes)).expect("a workbook");
    assert_eq!(book.sheet_names(), ["登记表", "未能读取"]);
    let refused = book.worksheet_range("未能读取").expect("a sheet");
    assert!(
        refused
            .rows()
            .any(|row| row[1].to_string().contains("文件为空"))
    );

    let csv = folder.path().join("登记表.csv").display().to_string();
    run(&["--lang", "zh", "add", &name, "--bom", "-o", &csv]);
    let written = std::fs::read_to_string(&csv).expect("a sheet");
    let corrected = written.replace("地市级,山东省威海市", "县级,山东省威海市环翠区");
    assert_ne!(corrected, written);
    std::fs::write(
        &csv,
        encoding_rs::GBK
            .encode(corrected.trim_start_matches('\u{FEFF}'))
            .0,
    )
    .expect("written");
    let (_, told, _) = run(&["--lang", "zh", "add", &name, "--register", &csv]);
    assert!(told.contains("按登记表改正 1 份"), "{told}");
    let register = register(folder.path());
    assert!(
        register.contains("level = \"county\"\nplace = \"山东省威海市环翠区\""),
        "{register}"
    );

    std::fs::write(&csv, "甲,乙\n").expect("written");
    let (_, told, status) = run(&["add", &name, "--register", &csv]);
    assert_eq!(status, Some(2));
    assert!(
        told.contains("is no register: no row with the headings"),
        "{told}"
    );
}

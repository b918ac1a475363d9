use super::*;

const PART: &str = "word/document.xml";

fn sound() -> String {
    root("document", &format!("<w:body>{}</w:body>", p("甲")))
}

fn with_document(document: &[u8]) -> Vec<u8> {
    zip(&[("_rels/.rels", RELATIONSHIPS.as_bytes()), (PART, document)])
}

fn refusal(bytes: &[u8]) -> Refusal {
    read(bytes, "a.docx", &Limits::default())
        .expect_err("refused")
        .reason
}

#[test]
fn other_kinds_of_zip_are_refused_by_name() {
    let cases = [
        (&["a.txt"][..], Refusal::Archive),
        (&["_rels/.rels", "xl/workbook.xml"], Refusal::Spreadsheet),
        (&["_rels/.rels", "ppt/presentation.xml"], Refusal::Slides),
        (
            &["mimetype", "META-INF/manifest.xml"],
            Refusal::OpenDocument,
        ),
        (&["OFD.xml"], Refusal::Ofd),
    ];
    for (parts, expected) in cases {
        let parts: Vec<_> = parts.iter().map(|part| (*part, &b"1"[..])).collect();
        assert_eq!(refusal(&zip(&parts)), expected, "{parts:?}");
    }
}

#[test]
fn a_broken_document_is_refused_with_the_part_that_is_broken() {
    let sound = sound();
    let whole = with_document(sound.as_bytes());
    let mut garbled = whole.clone();
    let directory = garbled.len() - 100;
    let packed =
        memchr::memmem::rfind(&garbled[..directory], PART.as_bytes()).unwrap() + PART.len();
    garbled[packed + 20..packed + 40].fill(0xAA);
    let cases = [
        (
            "no text part",
            zip(&[("_rels/.rels", RELATIONSHIPS.as_bytes())]),
            PART,
            PartFault::Missing,
        ),
        (
            "cut xml",
            with_document(&sound.as_bytes()[..sound.len() - 20]),
            PART,
            PartFault::Xml,
        ),
        (
            "no utf-8",
            with_document(b"<w:p>\xFF</w:p>"),
            PART,
            PartFault::Xml,
        ),
        (
            "unknown entity",
            with_document(sound.replace('甲', "&x;").as_bytes()),
            PART,
            PartFault::Xml,
        ),
        ("garbled", garbled, PART, PartFault::Archive),
        (
            "cut zip",
            whole[..whole.len() - 40].to_vec(),
            ".docx",
            PartFault::Archive,
        ),
    ];
    for (case, bytes, part, fault) in cases {
        assert_eq!(
            refusal(&bytes),
            Refusal::BrokenDocx {
                part: part.into(),
                fault
            },
            "{case}"
        );
    }
    assert_eq!(
        refusal(&with_document(sound.replace('甲', " ").as_bytes())),
        Refusal::WithoutText
    );
}

#[test]
fn a_document_that_would_do_harm_is_refused() {
    let outside = RELATIONSHIPS.replace(PART, "../../etc/passwd");
    let entity = format!(
        "<!DOCTYPE d [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>{}",
        sound()
    );
    let climbing = |path: &str| Refusal::ClimbingPath { path: path.into() };
    let cases = [
        (
            zip(&[
                ("_rels/.rels", RELATIONSHIPS.as_bytes()),
                ("../evil.xml", b"1"),
            ]),
            climbing("../evil.xml"),
        ),
        (
            zip(&[("_rels/.rels", outside.as_bytes())]),
            climbing("../../etc/passwd"),
        ),
        (
            with_document(entity.as_bytes()),
            Refusal::DocumentType { part: PART.into() },
        ),
        (
            with_document(&vec![b' '; 30 << 20]),
            Refusal::ZipBomb { part: PART.into() },
        ),
    ];
    for (bytes, expected) in cases {
        assert_eq!(refusal(&bytes), expected);
    }
}

#[test]
fn the_limit_holds_for_what_is_unpacked() {
    let bytes = word(&p(&"修堤清淤".repeat(5000)), "", "");
    let limits = Limits { bytes: 20_000 };
    assert!(bytes.len() < limits.bytes);
    let refusal = extract(&bytes, limits).unwrap_err();
    assert_eq!(
        refusal,
        Refusal::ZipBomb {
            part: "word/document.xml".into()
        }
    );
}

#[test]
fn every_prefix_of_a_word_document_is_read_or_refused() {
    let numbering = list(0, &level(0, "decimal", "%1.")) + &instance(1, 0, "");
    let bytes = word(&item(1, 0, "甲"), &numbering, "");
    for end in 4..bytes.len() {
        assert!(
            read(&bytes[..end], "a.docx", &Limits::default()).is_err(),
            "{end}"
        );
    }
    let document = root(
        "document",
        &format!("<w:body>{}</w:body>", item(1, 0, "甲")),
    );
    for end in (0..document.len()).filter(|end| document.is_char_boundary(*end)) {
        assert!(
            body::lines(&document[..end], &Styles::default(), Numbering::default()).is_err(),
            "{end}"
        );
    }
}

//! The seeds, as they lie in `seeds`.

pub(super) const MANIFEST: &str = include_str!("../../seeds/corpus.toml");

const FILES: &[(&str, &[u8])] = &[
    ("central.txt", include_bytes!("../../seeds/central.txt")),
    ("weihai.txt", include_bytes!("../../seeds/weihai.txt")),
    ("taizhou.txt", include_bytes!("../../seeds/taizhou.txt")),
    ("guangzhou.txt", include_bytes!("../../seeds/guangzhou.txt")),
    ("shanghai.txt", include_bytes!("../../seeds/shanghai.txt")),
    ("central.tree", include_bytes!("../../seeds/central.tree")),
    ("weihai.tree", include_bytes!("../../seeds/weihai.tree")),
    ("taizhou.tree", include_bytes!("../../seeds/taizhou.tree")),
    (
        "guangzhou.tree",
        include_bytes!("../../seeds/guangzhou.tree"),
    ),
    ("shanghai.tree", include_bytes!("../../seeds/shanghai.tree")),
];

/// The bytes of an embedded file.
pub(super) fn file(name: &str) -> Option<&'static [u8]> {
    FILES
        .iter()
        .find(|(file, _)| *file == name)
        .map(|(_, bytes)| *bytes)
}

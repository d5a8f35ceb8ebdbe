//! Joins, hashes and compresses the assets, so that the binary serves ready bytes under names
//! that change with their content.

#![expect(clippy::unwrap_used, reason = "a build script fails by panicking")]

use std::{fmt::Write as _, fs, io::Write as _, path::Path};

use sha2::{Digest, Sha256};

/// The order of the layers decides every conflict.
const LAYERS: [&str; 6] = ["reset", "tokens", "base", "layout", "components", "utilities"];
const FONT: &str = "instrument-sans-latin-wght-normal.woff2";

fn main() {
    println!("cargo:rerun-if-changed=assets");
    let out = std::env::var("OUT_DIR").unwrap();
    let mut table = String::from("pub(crate) static ALL: &[Asset] = &[\n");
    let mut names = String::new();
    let mut add = |name: &str, constant: &str, mime: &str, bytes: Vec<u8>, compress: bool| {
        let hash: String = Sha256::digest(&bytes)
            .iter()
            .take(6)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        let (stem, ending) = name.rsplit_once('.').unwrap();
        let path = format!("/static/{stem}.{hash}.{ending}");
        let file = |suffix: &str, bytes: &[u8]| {
            let file = Path::new(&out).join(format!("{name}{suffix}"));
            fs::write(&file, bytes).unwrap();
            format!("include_bytes!({:?})", file.display().to_string())
        };
        let plain = file("", &bytes);
        let (gzip, brotli) = if compress {
            (
                format!("Some({})", file(".gz", &gzip(&bytes))),
                format!("Some({})", file(".br", &brotli(&bytes))),
            )
        } else {
            ("None".to_owned(), "None".to_owned())
        };
        writeln!(
            table,
            "Asset {{ path: {path:?}, mime: {mime:?}, plain: {plain}, gzip: {gzip}, brotli: {brotli} }},"
        )
        .unwrap();
        writeln!(
            names,
            "/// The address of `{name}`.\npub const {constant}: &str = {path:?};"
        )
        .unwrap();
        path
    };
    let font = fs::read(Path::new("assets/fonts").join(FONT)).unwrap();
    let font = add("font.woff2", "FONT", "font/woff2", font, false);
    let mut css = format!("@layer {};\n", LAYERS.join(", "));
    for layer in LAYERS {
        let sheet = fs::read_to_string(format!("assets/css/{layer}.css")).unwrap();
        write!(
            css,
            "@layer {layer} {{\n{}\n}}\n",
            sheet.replace(&format!("../fonts/{FONT}"), &font)
        )
        .unwrap();
    }
    add(
        "site.css",
        "CSS",
        "text/css; charset=utf-8",
        css.into_bytes(),
        true,
    );
    add(
        "sprite.svg",
        "SPRITE",
        "image/svg+xml",
        fs::read("assets/sprite.svg").unwrap(),
        true,
    );
    add(
        "favicon.svg",
        "FAVICON",
        "image/svg+xml",
        fs::read("assets/favicon.svg").unwrap(),
        true,
    );
    // In one file: htmx looks at the page as soon as it may, and what an extension that arrives
    // later would have found is passed over for good.
    let scripts = ["htmx", "sse"].map(|name| fs::read(format!("assets/js/{name}.js")).unwrap());
    add(
        "htmx.js",
        "HTMX",
        "text/javascript; charset=utf-8",
        scripts.join(&b";\n"[..]),
        true,
    );
    table.push_str("];\n");
    fs::write(Path::new(&out).join("assets.rs"), format!("{table}{names}")).unwrap();
}

fn gzip(bytes: &[u8]) -> Vec<u8> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder.write_all(bytes).unwrap();
    encoder.finish().unwrap()
}

fn brotli(bytes: &[u8]) -> Vec<u8> {
    let mut out = Vec::new();
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &bytes[..], &mut out, &params).unwrap();
    out
}

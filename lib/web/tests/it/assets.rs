//! Style sheet, font, icons and scripts.

use sha2::{Digest, Sha256};

use crate::{
    site::{Options, Site, request},
    wire::Said,
};

/// The addresses of all assets that the page names.
async fn named(site: &Site) -> Vec<String> {
    let page = site.get("/", &[]).await.text();
    let mut named: Vec<String> = page
        .split(['"', '#'])
        .filter(|part| part.starts_with("/static/"))
        .map(str::to_owned)
        .collect();
    named.sort();
    named.dedup();
    named
}

fn is_kept_for_a_year(said: &Said, path: &str) {
    assert_eq!(said.status, 200, "{path}");
    assert_eq!(
        said.header("cache-control"),
        "public, max-age=31536000, immutable",
        "{path}"
    );
    assert_eq!(said.header("vary"), "accept-encoding", "{path}");
    assert_eq!(said.cookie("visit"), None, "{path}");
}

#[tokio::test]
async fn a_page_names_its_assets_by_what_is_in_them() {
    let site = Site::open(Options::default()).await;
    let named = named(&site).await;
    for ending in [".css", ".js", ".woff2", ".svg"] {
        assert!(
            named.iter().any(|path| path.ends_with(ending)),
            "{ending} in {named:?}"
        );
    }
    for path in &named {
        let said = site.get(path, &[]).await;
        is_kept_for_a_year(&said, path);
        let hash: String = Sha256::digest(&said.body)
            .iter()
            .take(6)
            .map(|byte| format!("{byte:02x}"))
            .collect();
        assert!(
            path.contains(&format!(".{hash}.")),
            "{path} should be named by {hash}"
        );
    }
    let css = named.iter().find(|path| path.ends_with(".css")).unwrap();
    let css = site.get(css, &[]).await.text();
    let font = named.iter().find(|path| path.ends_with(".woff2")).unwrap();
    assert!(css.contains(&format!("url(\"{font}\")")) || css.contains(font.as_str()));
    assert!(!css.contains("../fonts/"));
}

#[tokio::test]
async fn an_asset_comes_in_the_best_encoding_that_is_taken() {
    let site = Site::open(Options::default()).await;
    let named = named(&site).await;
    let css = named.iter().find(|path| path.ends_with(".css")).unwrap();
    let plain = site.get(css, &[]).await;
    assert_eq!(plain.header("content-type"), "text/css; charset=utf-8");
    let cases = [
        ("", ""),
        ("br, gzip", "br"),
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("br;q=0.0, gzip;q=0", ""),
        ("BR;q=0.5", "br"),
        ("brx", ""),
        ("identity", ""),
    ];
    for (takes, gets) in cases {
        let said = site.get(css, &[&format!("Accept-Encoding: {takes}")]).await;
        is_kept_for_a_year(&said, takes);
        assert_eq!(said.header("content-encoding"), gets, "{takes}");
        assert_eq!(
            said.body.len() < plain.body.len() / 2,
            !gets.is_empty(),
            "{takes}"
        );
    }
    let font = named.iter().find(|path| path.ends_with(".woff2")).unwrap();
    let said = site.get(font, &["Accept-Encoding: br, gzip"]).await;
    assert_eq!(
        said.header("content-encoding"),
        "",
        "a font is compressed already"
    );
    assert_eq!(said.header("content-type"), "font/woff2");
}

#[tokio::test]
async fn an_asset_is_only_read_and_only_by_its_name() {
    let site = Site::open(Options::default()).await;
    let named = named(&site).await;
    let css = named.iter().find(|path| path.ends_with(".css")).unwrap();
    assert_eq!(site.send(request("POST", css, &[], "x")).await.status, 404);
    let mut wire = site.wire().await;
    wire.say(request("HEAD", css, &[], "")).await;
    is_kept_for_a_year(&wire.hear(true).await, "HEAD");
    wire.say(request("GET", "/", &[], "")).await;
    assert_eq!(wire.hear(false).await.status, 200);
    for path in [
        "/static/",
        "/static/site.css",
        "/static/%2e%2e/Cargo.toml",
        &format!("{css}x"),
    ] {
        assert_eq!(site.get(path, &[]).await.status, 404, "{path}");
    }
}

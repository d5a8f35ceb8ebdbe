#![expect(clippy::unwrap_used, reason = "tests fail by panicking")]

use crate::{paths, samples::house};

testing::on_both_engines! {
    async fn a_browser_can_install_the_site(engine) {
        let house = house(engine).await;
        let seen = house.visitor().get(paths::MANIFEST).await;
        seen.is(200);
        assert_eq!(seen.headers["content-type"], "application/manifest+json");
        let manifest: serde_json::Value = serde_json::from_slice(&seen.body).unwrap();
        assert_eq!((&manifest["name"], &manifest["start_url"]), (&"Place".into(), &"/".into()));
        let icon = manifest["icons"][0]["src"].as_str().unwrap();
        house.visitor().get(icon).await.is(200);
    }

    async fn search_engines_find_the_map_and_no_endless_search(engine) {
        let house = house(engine).await;
        let seen = house.visitor().get(paths::ROBOTS).await;
        assert_eq!(seen.is(200).headers["content-type"], "text/plain; charset=utf-8");
        let text = seen.text();
        assert!(text.starts_with("User-agent: *\n"));
        assert!(text.contains("\nDisallow: /missions?\n") && text.contains("\nDisallow: /freelances?\n"));
        assert!(text.ends_with("\nSitemap: http://example.test/sitemap.xml\n"));
    }

    async fn the_map_shows_public_pages_alone(engine) {
        let house = house(engine).await;
        let seen = house.visitor().get(paths::SITEMAP).await;
        assert_eq!(seen.is(200).headers["content-type"], "application/xml; charset=utf-8");
        let text = seen.text();
        let found: Vec<&str> = text
            .split("<loc>http://example.test")
            .skip(1)
            .filter_map(|rest| rest.split("</loc>").next())
            .collect();
        assert_eq!(found, [
            "/", "/missions", "/freelances", "/help", "/contact", "/legal/terms", "/legal/privacy", "/legal/imprint",
        ]);
        assert!(text.contains(r#"hreflang="en" href="http://example.test/help?lang=en""#));
        // Each page of ours may be found, says so, and gives its other languages.
        for path in found.iter().filter(|path| path.starts_with("/help") || path.starts_with("/contact") || path.starts_with("/legal")) {
            let page = house.visitor().get(path).await;
            assert!(!page.is(200).has("meta[name=robots]"), "{path}");
            assert!(page.has("meta[name=description]") && page.has("link[hreflang=en]"), "{path}");
        }
    }
}

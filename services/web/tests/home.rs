//! Home, who can help, and meetings: what they say.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

mod kit;

use axum::http::StatusCode;
use graph::Locale;
use kit::{Node, get, site};
use serde_json::{Value, json};
use web::Who;

#[tokio::test]
async fn an_open_place_says_until_when_and_when_it_opens_again() {
    let home = get(&site(&Node::new()), "/en/brussels").await;
    assert!(home.words(".state.open").starts_with("Open now, until 12:00"), "{}", home.words(".state"));
    assert!(home.words(".next").contains("Next opening: today, 13:30 – 17:00"), "{}", home.words(".next"));
}

#[tokio::test]
async fn a_closed_place_says_when_it_opens() {
    let node = Node::new();
    let opening = |from: &str, until: &str| json!({ "startsAt": from, "endsAt": until, "walkIn": false, "byAppointment": true });
    node.answers(
        "PageOpenings",
        json!({ "nextOpenings": [opening("2026-11-27T08:00:00Z", "2026-11-27T11:00:00Z")] }),
    );
    let home = get(&site(&node), "/en/brussels").await;
    assert!(home.all(".state.open", "class").is_empty());
    assert!(home.words(".next").contains("Next opening: tomorrow, 9:00 – 12:00"), "{}", home.words(".next"));
    assert!(home.words("main").contains("By appointment: call first."));
}

#[tokio::test]
async fn a_place_without_openings_says_to_call() {
    let node = Node::new();
    node.answers("PageOpenings", json!({ "nextOpenings": [] }));
    let home = get(&site(&node), "/en/brussels").await;
    assert!(home.words(".next").starts_with("No opening is planned. Call us."));
}

#[tokio::test]
async fn the_week_shows_what_holds_today_and_closures_that_are_near() {
    let home = get(&site(&Node::new()), "/en/brussels").await;
    assert!(home.words(".week").contains("Thursday9:00 – 12:00 13:30 – 17:00"), "{}", home.words(".week"));
    assert!(home.words(".week").contains("Fridayclosed"), "a slot that ended is not shown");
    assert_eq!(home.words(".place:first-of-type .today"), "Thursday9:00 – 12:00 13:30 – 17:00");
    let notices = home.words(".notice");
    assert!(notices.contains("Closed: Monday 7 December – Tuesday 8 December."), "{notices}");
    assert!(!notices.contains("July") && !notices.contains("May"), "neither past nor far: {notices}");
}

#[tokio::test]
async fn one_tap_calls_and_one_tap_shows_the_way() {
    let home = get(&site(&Node::new()), "/fr/brussels").await;
    // Its own number, or that of the network.
    assert_eq!(home.all(".place .button[href^=tel]", "href"), ["tel:+3225550142", "tel:025550123"]);
    assert_eq!(
        home.all(".place .button.plain", "href"),
        ["https://www.openstreetmap.org/search?query=Rue+des+Tilleuls+12%2C+1070+Anderlecht"]
    );
}

#[tokio::test]
async fn languages_say_how_and_those_not_met_are_left_out() {
    let home = get(&site(&Node::new()), "/en/brussels").await;
    let line = home.words(".line");
    assert_eq!(line, "FrenchArabic (with a volunteer)sign language (LSFB) (with an interpreter)");
}

#[tokio::test]
async fn a_clip_has_its_place_with_captions_and_a_transcript() {
    let home = get(&site(&Node::new()), "/fr/brussels").await;
    assert_eq!(home.all("video", "poster"), ["/clips/bienvenue.webp"]);
    assert_eq!(home.all("video", "preload"), ["none"]);
    assert!(home.all("video[autoplay]", "src").is_empty());
    assert_eq!(home.all("track[kind=captions]", "src"), ["/clips/bienvenue.vtt"]);
    assert!(home.words("details").contains("Vous pouvez venir sans rendez-vous."));
    assert_eq!(
        home.all(".tongues a[href='#clips']", "href").len(),
        1,
        "it stands in the switch as a language"
    );
    assert!(get(&site(&Node::new()), "/fr/quebec").await.all("video", "src").is_empty());
}

#[tokio::test]
async fn quebec_reads_its_own_french() {
    let node = Node::new();
    let home = get(&site(&node), "/fr/quebec").await;
    assert_eq!(home.all("html", "lang"), ["fr-CA"]);
    assert!(home.words(".state").contains("jusqu’à 12 h 00"), "{}", home.words(".state"));
    let asked = node.asked("PageSites").remove(0);
    assert_eq!(asked.locale, Locale::FrCa);
    assert!(matches!(asked.who, Who::Public(network) if network.as_str() == "quebec"));
    assert!(get(&site(&node), "/fr/brussels").await.words(".state").contains("jusqu’à 12:00"));
}

#[tokio::test]
async fn help_is_asked_by_need_and_language() {
    let node = Node::new();
    let page = get(&site(&node), "/en/brussels/help?need=food&language=ara").await;
    let asked = node.asked("PageServices").remove(0).variables;
    assert_eq!(asked["need"], json!(["MAT.FOOD", "MAT.CLOTH", "MAT.EQUIP", "MAT.HYG"]));
    assert_eq!((&asked["language"], &asked["first"]), (&json!(["ara"]), &json!(10)));
    assert_eq!(page.words(".tiles [aria-current]"), "Food");
    assert_eq!(page.all("option[selected]", "value"), ["ara"]);
    assert_eq!(page.all("form input[name=need]", "value"), ["food"], "the language keeps the need");
}

#[tokio::test]
async fn help_goes_on_from_where_the_list_ended() {
    let node = Node::new();
    let site = site(&node);
    let page = get(&site, "/en/brussels/help?need=food").await;
    let more = page.all("a.button.plain[href*=after]", "href").remove(0);
    assert_eq!(more, "/en/brussels/help?need=food&after=c10%2F%2B%3D");
    get(&site, &more).await;
    assert_eq!(node.asked("PageServices")[1].variables["after"], "c10/+=");
}

#[tokio::test]
async fn nonsense_in_the_address_filters_nothing() {
    let node = Node::new();
    get(&site(&node), "/en/brussels/help?need=%3Cscript%3E&language=Fran%C3%A7ais").await;
    let asked = node.asked("PageServices").remove(0).variables;
    assert_eq!((&asked["need"], &asked["language"]), (&Value::Null, &Value::Null));
}

#[tokio::test]
async fn a_service_that_is_closed_or_full_says_so_first() {
    let page = get(&site(&Node::new()), "/en/brussels/help").await;
    assert!(page.words(".notice").contains("Closed for now. Travaux jusqu'en décembre"));
    assert!(page.words(".notice").contains("Waiting list."));
    assert_eq!(page.all("section.card a[href^=tel]", "href")[0], "tel:+3225550100");
    assert!(page.words("main").contains("Monday, Wednesday: 9:00 – 12:30"), "{}", page.words("main"));
}

#[tokio::test]
async fn a_service_tells_everything() {
    let page = get(&site(&Node::new()), &format!("/en/brussels/help/{}", kit::SERVICE)).await;
    let words = page.words("main");
    for there in [
        "Health reception",
        "Entrée par la cour",
        "+32 2 555 01 00 (12)",
        "Monday: 9:00 – 12:30",
        "from 18:00",
        "With or without an appointment",
        "Quai de l'Écluse 3, 1070 Anderlecht",
        "Métro Écluse",
        "Ascenseur",
        "Arabic (interpreter at a distance)",
        "From age 18",
        "Gratuit",
        "Une pièce d'identité",
        "(if you have it)",
    ] {
        assert!(words.contains(there), "{there} is not in {words}");
    }
    assert_eq!(page.all("main a[href^=mailto]", "href"), ["mailto:accueil@sante.example"]);
}

#[tokio::test]
async fn a_draft_an_unknown_service_and_a_wrong_id_are_not_there() {
    let node = Node::new();
    let mut sheet: Value = serde_json::from_str(include_str!("fixtures/service.json")).unwrap();
    sheet["service"]["state"] = json!("DRAFT");
    node.answers("PageService", sheet);
    let path = format!("/en/brussels/help/{}", kit::SERVICE);
    assert_eq!(get(&site(&node), &path).await.status, StatusCode::NOT_FOUND);
    node.answers("PageService", json!({ "service": null }));
    assert_eq!(get(&site(&node), &path).await.status, StatusCode::NOT_FOUND);
    assert_eq!(get(&site(&node), "/en/brussels/help/x").await.status, StatusCode::NOT_FOUND);
    assert_eq!(node.asked("PageService").len(), 2, "what is no id is not asked for");
}

#[tokio::test]
async fn meetings_show_the_welcome_the_place_and_what_is_cancelled() {
    let page = get(&site(&Node::new()), "/en/brussels/meetings").await;
    let words = page.words("main");
    assert!(words.contains("Thursday 3 December, 14:00 – 16:00"), "{words}");
    assert!(words.contains("Welcome from 13:30"));
    assert!(words.contains("Interpreters: sign language (LSFB), Arabic"));
    assert!(words.contains("Cancelled. L'animatrice est malade"));
    assert!(
        words.contains("Thursday 10 June, 14:00 – 16:00"),
        "in summer as in winter, on the clock of the place"
    );
}

#[tokio::test]
async fn where_meetings_are_not_for_the_public_the_desk_tells() {
    let node = Node::new();
    node.fails("PageMeetings", "FORBIDDEN");
    let site = site(&node);
    let page = get(&site, "/en/brussels/meetings").await;
    assert_eq!(page.status, StatusCode::OK);
    assert!(page.words("main").contains("Ask at the desk."));
    assert!(page.all("a[href$='.ics']", "href").is_empty());
    assert_eq!(get(&site, "/en/brussels/meetings.ics").await.status, StatusCode::NOT_FOUND);
}

#[tokio::test]
async fn a_date_within_a_sentence_is_read_from_the_right_in_arabic() {
    let home = get(&site(&Node::new()), "/ar/brussels").await;
    // One pair of marks around the whole date: marks within marks would hide its direction.
    let closed = "\u{2068}\u{200f}الاثنين 7 ديسمبر – الثلاثاء 8 ديسمبر\u{2069}";
    assert!(home.text().contains(closed), "{}", home.words(".notice"));
}

#[tokio::test]
async fn a_text_in_another_language_stays_on_the_side_the_page_is_read_from() {
    let page = get(&site(&Node::new()), &format!("/ar/brussels/help/{}", kit::SERVICE)).await;
    assert!(page.text().contains("<p class=\"lead\"><span lang=\"fr\" dir=\"ltr\">Médecin"));
    assert!(
        page.all("p[dir], li[dir], div[dir]", "dir").is_empty(),
        "a block keeps the direction of the page"
    );
}

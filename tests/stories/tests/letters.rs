//! Letters: a volunteer is asked by e-mail whether they go along, and answers with one tap; and nothing
//! leaves that must not. The mail server is a real one, in a process of its own.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic, missing_docs)]

mod door;
mod post;

use post::{Begun, Volunteer, begun, rows, turn};
use serde_json::{Value, json};
use stories::tilleuls::{did, history};
use stories::{World, new_id};
use support::letters::MailServer;

#[tokio::test]
async fn a_volunteer_is_asked_by_a_letter_on_sqlite() {
    let Some(server) = MailServer::start(post::PASSWORD) else { return };
    let begun = begun(server, None).await;
    asked_and_answered(begun).await;
}

#[tokio::test]
async fn a_volunteer_is_asked_by_a_letter_on_postgres() {
    let Some(server) = MailServer::start(post::PASSWORD) else { return };
    if let Some(journal) = support::postgres::database().await {
        asked_and_answered(begun(server, Some(journal)).await).await;
    }
}

#[tokio::test]
async fn what_must_not_leave_does_not_on_sqlite() {
    let Some(server) = MailServer::start(post::PASSWORD) else { return };
    let begun = begun(server, None).await;
    nothing_leaves(begun).await;
}

#[tokio::test]
async fn what_must_not_leave_does_not_on_postgres() {
    let Some(server) = MailServer::start(post::PASSWORD) else { return };
    if let Some(journal) = support::postgres::database().await {
        nothing_leaves(begun(server, Some(journal)).await).await;
    }
}

#[tokio::test]
async fn a_letter_arrives_whatever_the_server_does_on_sqlite() {
    let Some(server) = MailServer::start(post::PASSWORD) else { return };
    let begun = begun(server, None).await;
    bad_days_of_a_server(begun).await;
}

#[tokio::test]
async fn a_letter_arrives_whatever_the_server_does_on_postgres() {
    let Some(server) = MailServer::start(post::PASSWORD) else { return };
    if let Some(journal) = support::postgres::database().await {
        bad_days_of_a_server(begun(server, Some(journal)).await).await;
    }
}

/// What the page of a link shows, and whether it was shown.
async fn page(world: &World, path: &str) -> (u16, String) {
    world.get(path).await
}

/// A tap on one of the two buttons of the page, as it was shown.
async fn taps(world: &World, path: &str, answer: &str, more: &str) -> (u16, String) {
    let (_, shown) = page(world, path).await;
    let command = shown
        .split_once("name=\"command\" value=\"")
        .map_or_else(new_id, |(_, rest)| rest.split_once('"').expect("a value ends").0.to_owned());
    let body = format!("command={command}&answer={answer}{more}");
    let headers = [("content-type", "application/x-www-form-urlencoded")];
    let answer = world.exchange(reqwest::Method::POST, path, &headers, body).await;
    (answer.status, answer.text)
}

const ASKED: &str = "Oui, je viens";
const SAID_YES: &str = "Merci, vous avez dit oui";
const SAID_NO: &str = "Vous avez dit non";
const OVER: &str = "Ce lien n’est plus utile";

#[track_caller]
fn shows(shown: &(u16, String), status: u16, words: &str) {
    assert!(shown.0 == status && shown.1.contains(words), "{words:?} and {status}: {shown:?}");
}

async fn asked_and_answered(begun: Begun) {
    let (world, server) = (&begun.world, &begun.server);
    let bea = begun.volunteer("Bea", "bea").await;
    let pairing = begun.proposed(&bea, json!({})).await;
    let letter = server.until(&bea.email, 1).await.remove(0);
    let path = what_the_letter_says(&begun, &letter, &bea, &pairing);

    // Mail programs open links before people do.
    for _ in 0..2 {
        shows(&page(world, &path).await, 200, ASKED);
    }
    let events = ["AccompanimentRequested", "PairingProposed"];
    assert_eq!(history(world, "pairing", &pairing).await, events);

    // One tap, and it is Bea's account that said yes. The address decides for whom, whatever is sent.
    let other = begun.volunteer("Odette", "odette").await;
    let elsewhere = begun.proposed(&other, json!({})).await;
    let more = format!("&pairing={elsewhere}&member={}", other.member);
    shows(&taps(world, &path, "yes", &more).await, 200, SAID_YES);
    begun.later(0).await;
    let query = "query($of: ObjectRefInput!) { history(of: $of, last: 1) { nodes { event actor role } } }";
    let of = json!({ "of": { "kind": "pairing", "id": pairing } });
    let last = world.as_("odile").read(query, of).await["history"]["nodes"][0].clone();
    let yes = json!({ "event": "PairingAcceptedByVolunteer", "actor": bea.account, "role": "VOLUNTEER" });
    assert_eq!(last, yes);
    assert_eq!(history(world, "pairing", &elsewhere).await, events);

    // A second tap, and a third once the person said yes too: the same, and nothing more happens.
    shows(&taps(world, &path, "yes", "").await, 200, SAID_YES);
    let member = json!({ "member": bea.member });
    let active = ["PairingAcceptedByPerson", "PairingActivated"];
    did(&world.as_("nora"), &begun.now(), "acceptPairingAsPerson", &pairing, member, &active).await;
    shows(&page(world, &path).await, 200, SAID_YES);
    shows(&taps(world, &path, "yes", "").await, 200, SAID_YES);
    begun.later(0).await;
    assert_eq!(history(world, "pairing", &pairing).await.len(), 5);

    the_link_opens_nothing_else(&begun, &path).await;
    no_closes_the_link(&begun).await;
    begun.later(90).await;
    turn().await;
    assert_eq!(server.to(&bea.email).len(), 1, "exactly one letter");
    a_lost_book_asks_again_what_is_open(begun, &other, &elsewhere).await;
}

/// The letter names nobody and no need; the path of its link.
fn what_the_letter_says(begun: &Begun, letter: &Value, bea: &Volunteer, pairing: &str) -> String {
    let (subject, text) = (letter["subject"].as_str().unwrap(), letter["text"].as_str().unwrap());
    assert_eq!((subject, &letter["html"]), ("Une question pour vous", &Value::Null));
    assert_eq!(letter["from"], "lettres@tilleuls.example");
    for word in ["ESCORT", "accompagnement", "ara", "Bea", "bea@", pairing, &bea.member, &bea.account] {
        assert!(!format!("{subject}\n{text}").contains(word), "{word}: {text}");
    }
    assert!(text.contains("jusqu’au 29 mai, à 10:0"), "{text}");
    let header = |name: &str| {
        let headers = letter["headers"].as_array().unwrap().iter();
        headers
            .filter(|header| header["key"] == name)
            .map(|header| header["value"].clone())
            .collect::<Vec<_>>()
    };
    assert_eq!(header("auto-submitted"), ["auto-generated"]);
    let book = rows(begun);
    assert_eq!((book.len(), book[0].member.as_str()), (1, bea.member.as_str()));
    assert_eq!(letter["messageId"], format!("<{}@entraide.example>", book[0].id));
    let bytes = begun.book();
    let (_, token) = post::path(letter).rsplit_once('/').map(|(a, b)| (a.to_owned(), b.to_owned())).unwrap();
    for secret in [bea.email.as_str(), &token, "question"] {
        assert!(!stories::tilleuls::holds(&bytes, secret), "{secret} is in mail.sqlite");
    }
    post::path(letter)
}

async fn the_link_opens_nothing_else(begun: &Begun, path: &str) {
    let world = &begun.world;
    let (before, token) = path.rsplit_once('/').unwrap();
    let (_, secret) = token.split_once('.').unwrap();
    for wrong in [format!("quebec.{secret}"), secret.to_owned(), format!("{token}A"), "brussels.x".to_owned()]
    {
        shows(&page(world, &format!("{before}/{wrong}")).await, 410, OVER);
        shows(&taps(world, &format!("{before}/{wrong}"), "yes", "").await, 410, OVER);
    }
    let bearer = format!("Bearer {token}");
    let body = json!({ "query": "{ me { role } }" });
    let answer = world.post_json("/graphql", &[("authorization", &bearer)], &body).await;
    assert_eq!(answer.status, 401, "{answer:?}");
    let cookie = format!("{}={token}", door::SESSION);
    let answer = world.post_json("/graphql", &[("cookie", &cookie), door::OURS], &body).await;
    assert_eq!(answer.status, 401, "{answer:?}");
}

async fn no_closes_the_link(begun: &Begun) {
    let (world, server) = (&begun.world, &begun.server);
    let (karim, yasmine) = (begun.volunteer("Karim", "karim").await, begun.volunteer("Yasmine", "yas").await);
    let pairing = begun.proposed(&karim, json!({})).await;
    let path = post::path(&server.until(&karim.email, 1).await[0]);
    shows(&taps(world, &path, "no", "&reason=NO_TIME").await, 200, SAID_NO);
    begun.later(0).await;
    shows(&page(world, &path).await, 410, OVER);
    begun.proposes(&pairing, &yasmine).await;
    let next = post::path(&server.until(&yasmine.email, 1).await[0]);
    shows(&page(world, &next).await, 200, ASKED);
    shows(&page(world, &path).await, 410, OVER);
    shows(&taps(world, &path, "yes", "").await, 410, OVER);
    let events = history(world, "pairing", &pairing).await;
    assert_eq!(events.len(), 4, "{events:?}: asked for, proposed, declined, proposed to somebody else");

    // Whoever leaves the network, or has no account any more, has no link any more.
    let admin = world.as_("admin");
    let gone = json!({ "because": "LEFT" });
    admin.done("removeAccount", &yasmine.account, "RemoveAccountInput!", gone).await;
    shows(&page(world, &next).await, 410, OVER);
    shows(&taps(world, &next, "yes", "").await, 410, OVER);
}

/// The folder came back without its book: closed questions stay closed, an open one is asked again, and
/// is known to be the same.
async fn a_lost_book_asks_again_what_is_open(begun: Begun, open: &Volunteer, pairing: &str) {
    let first = begun.server.until(&open.email, 1).await.remove(0);
    let taken = begun.server.taken().len();
    let begun = begun.again(true).await;
    let again = begun.server.until(&open.email, 2).await.remove(1);
    assert_eq!(again["messageId"], first["messageId"]);
    for letter in [&first, &again] {
        shows(&page(&begun.world, &post::path(letter)).await, 200, ASKED);
    }
    turn().await;
    assert_eq!(begun.server.taken().len(), taken + 1, "{:#?}", begun.server.taken());
    // The other open question is Yasmine's, who has no account any more.
    let mut states: Vec<(bool, String)> =
        rows(&begun).into_iter().map(|row| (row.pairing == pairing, row.state)).collect();
    states.sort();
    assert_eq!(states, [(false, "over".to_owned()), (true, "sent".to_owned())]);
    begun.ends().await;
}

async fn nothing_leaves(begun: Begun) {
    let (world, server) = (&begun.world, &begun.server);
    let (odile, at) = (world.as_("odile"), begun.now());
    let file = async || {
        let person = new_id();
        did(&world.as_("nora"), &at, "openPerson", &person, Value::Null, &["PersonFileOpened"]).await;
        person
    };
    let flag = json!({ "reason": "SAFETY" });

    // The person who asks is not contacted, nor anybody about them.
    let (bea, person) = (begun.volunteer("Bea", "bea").await, file().await);
    odile.done("setDoNotContact", &person, "SetDoNotContactInput!", flag.clone()).await;
    let asks = begun.proposed(&bea, json!({ "person": person })).await;
    assert_eq!(begun.becomes(&asks, "suppressed").await.attempts, 0);

    // The volunteer comes for help as well, and is not contacted.
    let (mona, own) = (begun.volunteer("Mona", "mona").await, file().await);
    let link = json!({ "member": mona.member, "part": "VOLUNTEER" });
    odile.done("linkPersonToMember", &own, "LinkPersonToMemberInput!", link).await;
    odile.done("setDoNotContact", &own, "SetDoNotContactInput!", flag).await;
    begun.becomes(&begun.proposed(&mona, json!({})).await, "suppressed").await;

    // Nothing about this need leaves: what it is for, or what it answers.
    let rule = json!({ "reason": "STIGMA" });
    odile.done("suppressNeedContact", "PSY.LISTEN", "SuppressNeedContactInput!", rule).await;
    let karim = begun.volunteer("Karim", "karim").await;
    begun.becomes(&begun.proposed(&karim, json!({ "purpose": "PSY.LISTEN" })).await, "suppressed").await;
    let pol = begun.volunteer("Pol", "pol").await;
    let topic = json!({ "topic": "PSY.LISTEN" });
    begun.becomes(&begun.proposed(&pol, topic).await, "suppressed").await;

    // Nobody to write to: no account, or one that was not accepted.
    let fatima = begun.member("Fatima-Imaginée").await;
    let alone = Volunteer { member: fatima, ..Volunteer::default() };
    begun.becomes(&begun.proposed(&alone, json!({})).await, "over").await;

    // It is decided while the server is down; what was decided last counts.
    server.goes_down();
    let (removed, asked) = (begun.volunteer("Aya", "aya").await, begun.volunteer("Ida", "ida").await);
    let person = file().await;
    let of_removed = begun.proposed(&removed, json!({})).await;
    let of_asked = begun.proposed(&asked, json!({ "person": person })).await;
    let late = begun.volunteer("Isa", "isa").await;
    let (of_visitor, visit) = begun.asked_by_a_visitor(&late).await;
    for pairing in [&of_removed, &of_asked, &of_visitor] {
        begun.tried(pairing, 1).await;
    }
    let gone = json!({ "because": "LEFT" });
    world.as_("admin").done("removeAccount", &removed.account, "RemoveAccountInput!", gone).await;
    let flag = json!({ "reason": "PERSON_ASKED" });
    odile.done("setDoNotContact", &person, "SetDoNotContactInput!", flag).await;
    // Somebody who was nobody when they asked turns out to be that person.
    let known =
        json!({ "person": person, "identity": "NAMED", "consentMode": "ORAL", "consentLanguage": "fra" });
    did(&world.as_("nora"), &at, "attributeVisit", &visit, known, &["VisitAttributed"]).await;
    server.comes_up();
    begun.later(1).await;
    begun.becomes(&of_removed, "over").await;
    begun.becomes(&of_asked, "suppressed").await;
    begun.becomes(&of_visitor, "suppressed").await;
    assert_eq!(server.taken(), [] as [Value; 0]);
    let (_, metrics) = world.get("/metrics").await;
    for line in ["{outcome=\"suppressed\"} 6", "{outcome=\"over\"} 2", "{outcome=\"sent\"} 0", "_waiting 0"] {
        assert!(metrics.contains(&format!("entraide_letters{line}")), "{line}: {metrics}");
    }
    begun.ends().await;
}

async fn bad_days_of_a_server(begun: Begun) {
    // Down, then up: once, and as the letter it always was.
    let bea = begun.volunteer("Bea", "bea").await;
    begun.server.goes_down();
    let pairing = begun.proposed(&bea, json!({})).await;
    begun.tried(&pairing, 1).await;
    begun.later(1).await;
    begun.tried(&pairing, 2).await;
    begun.server.comes_up();
    begun.later(5).await;
    let letter = begun.server.until(&bea.email, 1).await.remove(0);
    let known = begun.becomes(&pairing, "sent").await;
    assert_eq!(letter["messageId"], format!("<{}@entraide.example>", known.id));

    // Not now, said by the server.
    let later = begun.volunteer("Lou", "later-lou").await;
    let pairing = begun.proposed(&later, json!({})).await;
    begun.tried(&pairing, 1).await;
    begun.later(1).await;
    begun.becomes(&pairing, "sent").await;
    assert_eq!(begun.server.to(&later.email).len(), 1);

    // The line breaks after it was taken: it comes twice, is known to be the same, and both links are good.
    let broken = begun.volunteer("Ali", "broken-ali").await;
    let pairing = begun.proposed(&broken, json!({})).await;
    begun.server.until(&broken.email, 1).await;
    begun.tried(&pairing, 1).await;
    begun.later(1).await;
    begun.becomes(&pairing, "sent").await;
    let twice = begun.server.until(&broken.email, 2).await;
    assert_eq!(twice[0]["messageId"], twice[1]["messageId"]);
    let [first, second] = [&twice[0], &twice[1]].map(post::path);
    assert_ne!(first, second);
    for path in [&first, &second] {
        shows(&page(&begun.world, path).await, 200, ASKED);
    }
    shows(&taps(&begun.world, &first, "yes", "").await, 200, SAID_YES);
    shows(&taps(&begun.world, &second, "yes", "").await, 200, SAID_YES);

    // Never, said by the server: once is enough.
    let refused = begun.volunteer("Zoé", "refused-zoe").await;
    let pairing = begun.proposed(&refused, json!({})).await;
    begun.becomes(&pairing, "refused").await;
    begun.later(120).await;
    turn().await;
    assert_eq!(begun.becomes(&pairing, "refused").await.attempts, 1);

    // A server that is not back before the deadline: the question is over, and so is the letter.
    begun.server.goes_down();
    let late = begun.volunteer("Eva", "eva").await;
    let pairing = begun.proposed(&late, json!({})).await;
    begun.tried(&pairing, 1).await;
    begun.later(60 * 24 * 8).await;
    begun.becomes(&pairing, "over").await;
    begun.ends().await;
}

#[tokio::test]
async fn what_is_missing_to_send_letters_is_named() {
    let folder = tempfile::tempdir().unwrap();
    let data = folder.path().join("data");
    let check = async |more: &[&str]| {
        let mut command = tokio::process::Command::new(stories::binary());
        command.args(["serve", "--check", "--data"]).arg(&data).args(more);
        let output = command.env("ENTRAIDE_MAIL_PASSWORD", post::PASSWORD).output().await.unwrap();
        (output.status.success(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
    };
    let (fine, text) = check(&[]).await;
    assert!(fine && text.contains("mail     = none are sent"), "{text}");
    let server = ["--mail-server", "smtps://entraide@mail.example.org"];
    let from = ["--mail-from", "Entraide <e@example.org>"];
    let site = ["--site", "https://entraide.example"];
    for (said, key) in [
        (vec![from, site], "mail.server:"),
        (vec![server, site], "mail.from:"),
        (vec![server, from], "site:"),
        (vec![["--mail-server", "smtp://mail.example.org"], from, site], "mail.server:"),
        (vec![["--mail-password-file", "nowhere"], server, from, site], "mail.password_file:"),
    ] {
        let (fine, text) = check(&said.concat()).await;
        assert!(!fine && text.contains(key), "{key} {text}");
    }
    let (fine, text) = check(&[server, from, site].concat()).await;
    let shown = "mail     = from e@example.org by smtps://entraide@mail.example.org, with a password";
    assert!(fine && text.contains(shown) && !text.contains(post::PASSWORD), "{text}");
}

//! Puts files into the program: copied, compressed, with their digests, as one Rust table.

use std::fs;
use std::io::Write;
use std::path::Path;
use std::process::Command;

use flate2::Compression;
use flate2::write::GzEncoder;
use sha2::{Digest, Sha256};

use crate::{Folders, files_under, read};

/// Kinds of files that get smaller.
const COMPRESSED: [&str; 8] = ["html", "js", "mjs", "css", "json", "svg", "webmanifest", "txt"];

/// Smaller than this, compressing costs more than it saves.
const SMALL: usize = 400;

/// Compresses with brotli, which Node brings: each argument is a file, the result stands beside it.
const BROTLI: &str = "
const fs = require('fs'), zlib = require('zlib');
for (const file of fs.readFileSync(0, 'utf8').split('\\n').filter(Boolean)) {
  const plain = fs.readFileSync(file);
  const params = { [zlib.constants.BROTLI_PARAM_QUALITY]: 11, [zlib.constants.BROTLI_PARAM_SIZE_HINT]: plain.length };
  fs.writeFileSync(file + '.br', zlib.brotliCompressSync(plain, { params }));
}";

/// Writes `built.rs`: the files of the app, the style sheet, the pictures.
pub(crate) fn pack(folders: &Folders, app: Option<&Path>) -> Result<(), String> {
    let packed = folders.out.join("packed");
    let _ = fs::remove_dir_all(&packed);
    make(&packed)?;
    let mut names = Vec::new();
    if let Some(app) = app {
        for path in files_under(app, &[])? {
            let name = path.strip_prefix(app).map_err(|error| error.to_string())?;
            let name = name.to_string_lossy().replace('\\', "/");
            // Compressed here, whatever the build left.
            if matches!(name.rsplit('.').next(), Some("br" | "gz")) {
                continue;
            }
            let copy = packed.join(&name);
            copy.parent().map_or(Ok(()), make)?;
            fs::copy(&path, &copy).map_err(|error| format!("{}: {error}", path.display()))?;
            names.push(name);
        }
    }
    let style = style(folders)?;
    let style_name = format!("style/{}.css", &hex(style.as_bytes())[..16]);
    make(&packed.join("style"))?;
    write(&packed.join(&style_name), style.as_bytes())?;
    names.push(style_name.clone());

    let mut table = String::from("/// Every file, by its name.\npub(crate) const FILES: &[File] = &[\n");
    with_brotli(&packed, &names);
    for name in &names {
        table.push_str(&entry(&packed, name)?);
    }
    table.push_str("];\n");
    table.push_str(&format!(
        "/// Where the style sheet of the pages is.\npub(crate) const STYLE: &str = {:?};\n",
        format!("/{style_name}")
    ));
    table.push_str(&format!(
        "/// Whether the app was built.\npub(crate) const HAS_APP: bool = {};\n",
        app.is_some()
    ));
    write(&folders.out.join("built.rs"), table.as_bytes())?;
    pictures(folders)?;
    releases(folders)
}

/// The tokens and the pages' own rules, without comments and white space.
fn style(folders: &Folders) -> Result<String, String> {
    let mut text = String::new();
    for name in ["tokens.css", "pages.css"] {
        text.push_str(&read(&folders.web.join("style").join(name))?);
    }
    let mut short = String::with_capacity(text.len());
    let mut rest = text.as_str();
    while let Some((before, after)) = rest.split_once("/*") {
        short.push_str(before);
        rest = after.split_once("*/").map_or("", |(_, after)| after);
    }
    short.push_str(rest);
    Ok(short.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n"))
}

/// The pictures are drawn into the pages, so their sprite goes into the program as it is.
fn pictures(folders: &Folders) -> Result<(), String> {
    let sprite = folders.web.join("icons/sprite.svg");
    println!("cargo::rerun-if-changed={}", sprite.display());
    let text = fs::read_to_string(&sprite).unwrap_or_else(|_| {
        println!("cargo::warning=services/web/icons/sprite.svg is missing: pages have words only");
        String::new()
    });
    write(&folders.out.join("sprite.svg"), text.as_bytes())
}

/// The lists of documents of earlier releases.
fn releases(folders: &Folders) -> Result<(), String> {
    let folder = folders.web.join("releases");
    println!("cargo::rerun-if-changed={}", folder.display());
    let mut table = String::from(
        "/// The lists of documents of earlier releases.\npub(crate) const RELEASES: &[(&str, &str)] = &[\n",
    );
    for path in files_under(&folder, &[])? {
        if path.extension().is_some_and(|end| end == "json") {
            let name = path.file_stem().unwrap_or_default().to_string_lossy().into_owned();
            table.push_str(&format!("    ({name:?}, {:?}),\n", read(&path)?));
        }
    }
    table.push_str("];\n");
    write(&folders.out.join("releases.rs"), table.as_bytes())
}

fn compressible(name: &str, plain: usize) -> bool {
    let end = name.rsplit('.').next().unwrap_or_default();
    plain >= SMALL && COMPRESSED.contains(&end)
}

/// Writes the `.br` beside what gets smaller, when Node is there; browsers take gzip otherwise.
fn with_brotli(packed: &Path, names: &[String]) {
    let size = |name: &str| {
        fs::metadata(packed.join(name)).map_or(0, |file| usize::try_from(file.len()).unwrap_or(0))
    };
    let list: Vec<String> = names
        .iter()
        .filter(|name| compressible(name, size(name)))
        .map(|name| packed.join(name).display().to_string())
        .collect();
    let node = Command::new("node")
        .args(["--eval", BROTLI])
        .stdin(std::process::Stdio::piped())
        .stdout(std::process::Stdio::null())
        .stderr(std::process::Stdio::null())
        .spawn();
    if let Ok(mut node) = node {
        if let Some(mut input) = node.stdin.take() {
            let _ = input.write_all(list.join("\n").as_bytes());
        }
        let _ = node.wait();
    }
}

/// One line of the table.
fn entry(packed: &Path, name: &str) -> Result<String, String> {
    let path = packed.join(name);
    let plain = fs::read(&path).map_err(|error| format!("{}: {error}", path.display()))?;
    let mut gzip = "None".to_owned();
    let mut brotli = "None".to_owned();
    if compressible(name, plain.len()) {
        let mut encoder = GzEncoder::new(Vec::new(), Compression::best());
        let bytes =
            encoder.write_all(&plain).and_then(|()| encoder.finish()).map_err(|error| error.to_string())?;
        if bytes.len() < plain.len() {
            write(&packed.join(format!("{name}.gz")), &bytes)?;
            gzip = format!("Some({})", included(&packed.join(format!("{name}.gz"))));
        }
        let beside = packed.join(format!("{name}.br"));
        if fs::metadata(&beside)
            .is_ok_and(|file| usize::try_from(file.len()).is_ok_and(|size| size < plain.len()))
        {
            brotli = format!("Some({})", included(&beside));
        }
    }
    Ok(format!(
        "    File {{ name: {name:?}, plain: {}, gzip: {gzip}, brotli: {brotli}, digest: {:?} }},\n",
        included(&path),
        &hex(&plain)[..32]
    ))
}

fn included(path: &Path) -> String {
    format!("include_bytes!({:?})", path.display().to_string())
}

fn hex(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().map(|byte| format!("{byte:02x}")).collect()
}

fn make(folder: &Path) -> Result<(), String> {
    fs::create_dir_all(folder).map_err(|error| format!("{}: {error}", folder.display()))
}

fn write(path: &Path, bytes: &[u8]) -> Result<(), String> {
    fs::write(path, bytes).map_err(|error| format!("{}: {error}", path.display()))
}

//! A printing server of one's own, where the machine has CUPS: its queues keep what comes out, and how it was asked for.

#![allow(dead_code, reason = "each test file uses its part")]

use std::{
    fs, io,
    os::unix::fs::{PermissionsExt, symlink},
    path::{Path, PathBuf},
    process::{Child, Command, Stdio},
    time::{Duration, Instant},
};

/// Where a system keeps what an administrator runs.
const MORE: &str = "/usr/local/sbin:/usr/sbin:/sbin";
/// Where CUPS keeps its filters.
const PARTS: [&str; 3] = ["/usr/lib/cups", "/usr/libexec/cups", "/usr/local/lib/cups"];
/// Longest anything may take: a server is up and a page is through long before.
const PATIENCE: Duration = Duration::from_mins(1);
/// A printer of pages that knows these papers and both sides of a sheet.
const PRINTER: &str = r#"*PPD-Adobe: "4.3"
*FormatVersion: "4.3"
*FileVersion: "1.0"
*LanguageVersion: English
*LanguageEncoding: ISOLatin1
*PCFileName: "PAPER.PPD"
*Manufacturer: "Paper"
*Product: "(Paper)"
*ModelName: "Paper"
*ShortNickName: "Paper"
*NickName: "Paper"
*PSVersion: "(3010.000) 0"
*LanguageLevel: "3"
*ColorDevice: True
*DefaultColorSpace: RGB
*FileSystem: False
*Throughput: "1"
*cupsFilter2: "application/vnd.cups-pdf application/pdf 0 -"
*OpenUI *PageSize: PickOne
*OrderDependency: 10 AnySetup *PageSize
*DefaultPageSize: A4
*PageSize A4: "<</PageSize[595 842]>>setpagedevice"
*PageSize A3: "<</PageSize[842 1191]>>setpagedevice"
*PageSize Letter: "<</PageSize[612 792]>>setpagedevice"
*CloseUI: *PageSize
*OpenUI *PageRegion: PickOne
*OrderDependency: 10 AnySetup *PageRegion
*DefaultPageRegion: A4
*PageRegion A4: "<</PageSize[595 842]>>setpagedevice"
*PageRegion A3: "<</PageSize[842 1191]>>setpagedevice"
*PageRegion Letter: "<</PageSize[612 792]>>setpagedevice"
*CloseUI: *PageRegion
*DefaultImageableArea: A4
*ImageableArea A4: "12 12 583 830"
*ImageableArea A3: "12 12 830 1179"
*ImageableArea Letter: "12 12 600 780"
*DefaultPaperDimension: A4
*PaperDimension A4: "595 842"
*PaperDimension A3: "842 1191"
*PaperDimension Letter: "612 792"
*OpenUI *Duplex: PickOne
*OrderDependency: 20 AnySetup *Duplex
*DefaultDuplex: None
*Duplex None: "<</Duplex false>>setpagedevice"
*Duplex DuplexNoTumble: "<</Duplex true/Tumble false>>setpagedevice"
*Duplex DuplexTumble: "<</Duplex true/Tumble true>>setpagedevice"
*CloseUI: *Duplex
*DefaultFont: Courier
*Font Courier: Standard "(1.0)" Standard ROM
"#;

/// A server nobody else prints on. It ends with the value.
pub struct Server {
    dir: tempfile::TempDir,
    child: Child,
}

/// What came out of a printer, and how it was asked for.
pub struct Paper {
    pub title: String,
    pub copies: String,
    pub options: String,
    pub bytes: Vec<u8>,
}

/// The folders programs are looked for in.
pub fn path() -> String {
    format!("{}:{MORE}", std::env::var("PATH").unwrap_or_default())
}

fn program(name: &str) -> Option<PathBuf> {
    std::env::split_paths(&path()).map(|dir| dir.join(name)).find(|file| file.is_file())
}

impl Server {
    /// A server with the printers `Hall` (the usual one) and `办公室`; why there is none where there cannot be.
    pub fn start() -> Result<Self, String> {
        let cupsd = program("cupsd").ok_or("no cupsd")?;
        for name in ["lp", "lpstat", "lpadmin", "cupsdisable", "cupsenable", "cupsreject", "pdftotext"] {
            program(name).ok_or(format!("no {name}"))?;
        }
        let parts = PARTS.iter().map(Path::new).find(|dir| dir.join("filter/pdftopdf").is_file());
        let parts = parts.ok_or("CUPS without its filters")?;
        let dir = tempfile::tempdir().map_err(|e| e.to_string())?;
        laid_out(dir.path(), parts).map_err(|e| e.to_string())?;
        let mut command = Command::new(cupsd);
        command
            .arg("-f")
            .arg("-c")
            .arg(dir.path().join("cupsd.conf"))
            .arg("-s")
            .arg(dir.path().join("cups-files.conf"));
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        let child = command.spawn().map_err(|e| e.to_string())?;
        let server = Self { dir, child };
        server.answers()?;
        for name in ["Hall", "办公室"] {
            let ppd = server.dir.path().join("printer.ppd").display().to_string();
            server.asked("lpadmin", &["-p", name, "-E", "-v", "keep:/", "-P", &ppd])?;
        }
        server.asked("lpadmin", &["-d", "Hall"])?;
        Ok(server)
    }

    /// The variables by which programs find this server, and nothing of whoever runs the test.
    pub fn variables(&self) -> [(&'static str, String); 5] {
        let dir = self.dir.path();
        [
            ("CUPS_SERVER", dir.join("sock").display().to_string()),
            ("HOME", dir.display().to_string()),
            ("LPDEST", String::new()),
            ("PRINTER", String::new()),
            ("PATH", path()),
        ]
    }

    fn answers(&self) -> Result<(), String> {
        let until = Instant::now() + PATIENCE;
        while Instant::now() < until {
            if self.asked("lpstat", &["-r"]).is_ok_and(|said| said.contains("is running")) {
                return Ok(());
            }
            std::thread::sleep(Duration::from_millis(50));
        }
        Err("the printing server did not come up".to_owned())
    }

    /// What one of its tools says.
    pub fn asked(&self, tool: &str, arguments: &[&str]) -> Result<String, String> {
        let mut command = Command::new(program(tool).ok_or(format!("no {tool}"))?);
        command.args(arguments).envs(self.variables()).env_remove("LPDEST").env_remove("PRINTER").env("LC_ALL", "C");
        let output = command.stdin(Stdio::null()).output().map_err(|e| e.to_string())?;
        if output.status.success() {
            Ok(String::from_utf8_lossy(&output.stdout).into_owned())
        } else {
            Err(format!("{tool} {arguments:?}: {}", String::from_utf8_lossy(&output.stderr)))
        }
    }

    /// The words of a file, without the spaces between them. Filters put pages into pages, which not every reader opens.
    pub fn words(&self, paper: &Paper) -> Result<String, String> {
        let file = self.dir.path().join(format!("{:p}.pdf", paper.bytes.as_ptr()));
        fs::write(&file, &paper.bytes).map_err(|e| e.to_string())?;
        let said = self.asked("pdftotext", &["-enc", "UTF-8", &file.display().to_string(), "-"])?;
        Ok(said.split_whitespace().collect())
    }

    /// What came out so far, the first job first, once there are as many.
    pub fn papers(&self, count: usize) -> Result<Vec<Paper>, String> {
        let until = Instant::now() + PATIENCE;
        loop {
            let mut found = Vec::new();
            for entry in fs::read_dir(self.dir.path().join("out")).map_err(|e| e.to_string())?.flatten() {
                let name = entry.file_name().to_string_lossy().into_owned();
                if let Some(job) = name.strip_suffix(".paper").and_then(|job| job.parse::<u32>().ok()) {
                    let told = fs::read_to_string(entry.path().with_extension("told")).map_err(|e| e.to_string())?;
                    let mut lines = told.lines().map(str::to_owned);
                    let mut next = || lines.next().unwrap_or_default();
                    let bytes = fs::read(entry.path()).map_err(|e| e.to_string())?;
                    found.push((job, Paper { title: next(), copies: next(), options: next(), bytes }));
                }
            }
            if found.len() >= count {
                found.sort_by_key(|(job, _)| *job);
                return Ok(found.into_iter().map(|(_, paper)| paper).collect());
            }
            if Instant::now() > until {
                let log = fs::read_to_string(self.dir.path().join("log")).unwrap_or_default();
                return Err(format!("{} of {count} came out\n{log}", found.len()));
            }
            std::thread::sleep(Duration::from_millis(50));
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// The folders and files a server needs, all within one.
fn laid_out(dir: &Path, parts: &Path) -> io::Result<()> {
    // A server of the root user has its filters run by another user, who must get there.
    let open = |path: &Path, mode| fs::set_permissions(path, fs::Permissions::from_mode(mode));
    open(dir, 0o755)?;
    for name in ["root", "state", "cache", "spool", "tmp", "bin", "bin/backend", "out"] {
        fs::create_dir(dir.join(name))?;
    }
    open(&dir.join("tmp"), 0o1777)?;
    open(&dir.join("out"), 0o1777)?;
    for entry in fs::read_dir(parts)?.flatten().filter(|entry| entry.file_name() != "backend") {
        symlink(entry.path(), dir.join("bin").join(entry.file_name()))?;
    }
    let at = dir.display();
    let keep = dir.join("bin/backend/keep");
    fs::write(
        &keep,
        format!(
            "#!/bin/sh\n[ $# = 0 ] && exit 0\nout='{at}/out'\nprintf '%s\\n' \"$3\" \"$4\" \"$5\" > \"$out/$1.told\"\n\
             cat \"${{6:--}}\" > \"$out/$1.part\" && mv \"$out/$1.part\" \"$out/$1.paper\"\n"
        ),
    )?;
    open(&keep, 0o755)?;
    fs::write(dir.join("printer.ppd"), PRINTER)?;
    fs::write(
        dir.join("cupsd.conf"),
        format!(
            "Listen {at}/sock\nDefaultAuthType None\nWebInterface No\nBrowsing No\nIdleExitTimeout 0\nMaxLogSize 0\n\
             <Location />\nOrder allow,deny\nAllow all\n</Location>\n\
             <Policy default>\nJobPrivateAccess all\nJobPrivateValues none\n\
             <Limit All>\nOrder deny,allow\nAllow all\n</Limit>\n</Policy>\n"
        ),
    )?;
    fs::write(
        dir.join("cups-files.conf"),
        format!(
            "ServerRoot {at}/root\nStateDir {at}/state\nCacheDir {at}/cache\nRequestRoot {at}/spool\nTempDir {at}/tmp\n\
             ServerBin {at}/bin\nAccessLog {at}/access\nErrorLog {at}/log\nPageLog {at}/pages\nPrintcap\n"
        ),
    )
}

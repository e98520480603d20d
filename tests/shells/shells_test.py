"""The generated pages: the manual page before what judges such pages, the completions in the shells that they are for."""

import os
import pathlib
import pty
import re
import select
import subprocess
import tempfile
import time
import unittest

PAGES = pathlib.Path(os.environ["SCALELINT_PAGES"])
PROGRAM = os.environ["SCALELINT_PROGRAM"]

# A line with the cursor at its end, and what must be among what can stand there.
OFFERED = [
    ("scalelint ", {"check", "baseline", "explain", "checks", "rules"}),
    ("scalelint --quiet ch", {"check", "checks"}),
    ("scalelint check --f", {"--fail-on", "--fix", "--fix-dry-run"}),
    ("scalelint check --profile ", {"default", "strict"}),
    ("scalelint check --color=n", {"never"}),
    ("scalelint baseline ", {"update"}),
    ("scalelint baseline update --b", {"--build", "--baseline"}),
    ("scalelint explain scale-un", {"scale-unbounded-fetch", "scale-unversioned-route"}),
    ("scalelint check --checks scale-n,-scale-o", {"scale-n,-scale-over-fetch"}),
    ("scalelint rules v", {"validate"}),
    ("scalelint rules validate pack", {"packs/"}),
    ("scalelint check --sarif out", {"out.sarif"}),
    ("scalelint check --cache ", {"packs/"}),
    ("scalelint check --diff fea", {"feature"}),
    ("scalelint completions ", {"bash", "zsh", "fish"}),
]
# What must not.
REFUSED = [
    ("scalelint baseline update --f", "--fix"),
    ("scalelint check --cache ", "out.sarif"),
    ("scalelint check --jobs ", "out.sarif"),
]

BASH = r"""
shopt -s extglob
. "$1"
line=$2
read -ra COMP_WORDS <<<"${line//=/ = }"
[[ $line == *' ' ]] && COMP_WORDS+=('')
COMP_CWORD=$((${#COMP_WORDS[@]} - 1))
compopt() { if [[ $1 == -o && $2 == filenames ]]; then files=1; fi; } # it needs a line that is being edited
complete -p scalelint | grep -q -- '-F _scalelint' || exit 1
_scalelint
for word in "${COMPREPLY[@]}"; do
  if [[ -v files && -d $word ]]; then word+=/; fi
  printf '%s\n' "$word"
done
"""


class Shells(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.temporary = tempfile.TemporaryDirectory(prefix="scalelint-shells-")
        cls.folder = pathlib.Path(cls.temporary.name)
        (cls.folder / "packs").mkdir()
        (cls.folder / "out.sarif").touch()
        subprocess.run(["git", "init", "-q", "-b", "feature"], cwd=cls.folder, check=True)
        subprocess.run(["git", "-c", "user.name=t", "-c", "user.email=t@example.org", "commit", "-q", "--allow-empty", "-m", "first"],
                       cwd=cls.folder, check=True)

    @classmethod
    def tearDownClass(cls):
        cls.temporary.cleanup()

    def output(self, command):
        done = subprocess.run(command, cwd=self.folder, env={**os.environ, "HOME": str(self.folder)}, text=True,
                              stdout=subprocess.PIPE, stderr=subprocess.PIPE)
        self.assertEqual((done.returncode, done.stderr), (0, ""), command)
        return done.stdout

    def judge(self, complete):
        for line, expected in OFFERED:
            with self.subTest(line=line):
                offered = complete(line)
                # Some shells give the whole word, some what stands behind `=` or, in a list, behind the comma.
                offered |= {word.split("=", 1)[-1] for word in offered}
                missing = {word for word in expected if not offered & {word, word.split(",")[-1].lstrip("-")}}
                self.assertEqual(missing, set(), offered)
        for line, word in REFUSED:
            with self.subTest(line=line):
                self.assertNotIn(word, complete(line))

    def test_bash(self):
        self.judge(lambda line: set(self.output(["bash", "-c", BASH, "bash", PAGES / "bash/scalelint", line]).splitlines()))

    def test_fish(self):
        script = "source $argv[1]; complete -C $argv[2]"
        self.judge(lambda line: {word.split("\t")[0] for word in
                                 self.output(["fish", "-c", script, PAGES / "fish/scalelint.fish", line]).splitlines()})

    def test_zsh(self):
        self.judge(self.in_zsh)

    def in_zsh(self, line):
        """zsh completes only in a line that is edited on a terminal: it is given one, and the key that lists."""
        child, terminal = pty.fork()
        if child == 0:
            os.chdir(self.folder)
            os.execvpe("zsh", ["zsh", "-f", "-i"], {**os.environ, "TERM": "dumb", "HOME": str(self.folder)})
        try:
            setup = f"PS1='> '; LISTMAX=1000; fpath=({PAGES}/zsh $fpath); autoload -U compinit; compinit -u -D; " \
                    "bindkey '^X' list-choices; bindkey '^T' expand-or-complete; setopt no_always_last_prompt; "
            self.ask(terminal, setup + "print rea''dy\n", "ready")
            listed = self.ask(terminal, line + "\x18", quiet=0.7)
            inserted = self.ask(terminal, "\x14", quiet=0.5)
        finally:
            os.close(terminal)
            os.kill(child, 9)
            os.waitpid(child, 0)
        text = re.sub(r"\x1b\[[0-9;?]*[A-Za-z]|[\b\r]", " ", listed + " " + inserted)
        return set(text.split())

    def ask(self, terminal, text, end=None, quiet=0.3):
        """What comes back until `end`, or until nothing has come for `quiet` seconds."""
        os.write(terminal, text.encode())
        read, deadline = "", time.monotonic() + 30
        while time.monotonic() < deadline:
            if not select.select([terminal], [], [], quiet)[0]:
                if end is None or end in read:
                    break
                continue
            read += os.read(terminal, 65536).decode(errors="replace")
        return read

    def test_bash_page_passes_shellcheck(self):
        self.assertEqual(self.output(["shellcheck", "-s", "bash", PAGES / "bash/scalelint"]), "")


class ManPage(unittest.TestCase):
    page = PAGES / "man/scalelint.1"

    def said(self, *command):
        done = subprocess.run(command, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT,
                              env={**os.environ, "LC_ALL": "C.UTF-8", "MANWIDTH": "100", "MANROFFSEQ": ""})
        return done.returncode, done.stdout

    def test_mandoc_has_nothing_to_mend(self):
        status, said = self.said("mandoc", "-T", "lint", "-W", "warning", self.page)
        # Without a commit there is no date.
        said = "\n".join(line for line in said.splitlines() if "missing date" not in line)
        self.assertEqual(said, "")

    def test_man_formats_it_without_a_word(self):
        done = subprocess.run(["man", "--warnings", "-l", self.page], stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True,
                              env={**os.environ, "LC_ALL": "C.UTF-8"})
        self.assertEqual((done.returncode, done.stderr), (0, ""))

    def test_apropos_can_read_its_name(self):
        status, said = self.said("lexgrog", self.page)
        self.assertEqual(status, 0, said)
        self.assertIn("scalelint - finds what makes", said)

    def test_it_holds_every_option_of_every_command(self):
        text = self.said("man", "-P", "cat", "-l", self.page)[1]
        for command in [[], ["check"], ["baseline", "update"], ["checks"], ["rules", "list"]]:
            usage = subprocess.run([PROGRAM, *command, "--help"], text=True, stdout=subprocess.PIPE, check=True).stdout
            names = re.findall(r"^ +(?:-\w,)?(--[\w-]+)", usage, re.M)
            self.assertGreater(len(names), 1)
            for name in names:
                self.assertRegex(text, re.escape(name).replace(r"\-", "[-‐−]"))


class Version(unittest.TestCase):
    def test_it_says_version_and_build_and_llvm_and_packs(self):
        said = subprocess.run([PROGRAM, "--version"], text=True, stdout=subprocess.PIPE, check=True).stdout
        self.assertRegex(said, r"\Ascalelint \d+\.\d+\.\d+ \((not built from git|[0-9a-f]{12}(-dirty)?)\)\n"
                               r"LLVM \d+\.\d+\.\d+\n\d+ rule packs, digest [0-9a-f]{16}\n\Z")


if __name__ == "__main__":
    unittest.main()

"""The sample service in a repository of its own, and scalelint installed beside it, for the recipes to run on."""

import os
import pathlib
import shutil
import subprocess
import tempfile

SOURCE = pathlib.Path(os.environ["SCALELINT_SOURCE"])
BUILD = pathlib.Path(os.environ["SCALELINT_BUILD"])
RECIPES = SOURCE / "recipes"

HEALTHY = "    const auto name = names.find(order.userId); // ok: in memory\n"
# A query in a loop, and with it a request that waits for two queries in a row: that one stands where the route is registered.
HAZARD = HEALTHY + "    nameOf(tx, order.userId);\n"
HAZARDS = ["src/report.cpp:39:5", "src/routes.cpp:129:3"]


class Machine:
    """A home, an installation in PATH, and the service's repository; all gone with `remove`."""

    def __init__(self):
        self.top = pathlib.Path(tempfile.mkdtemp(prefix="scalelint-recipes-")).resolve()
        self.prefix = self.top / "usr"
        for component in ["program", "tidy-19"]:
            subprocess.run(["cmake", "--install", BUILD, "--prefix", self.prefix, "--component", component],
                           check=True, stdout=subprocess.DEVNULL)
        self.environment = {
            "PATH": f"{self.prefix}/bin:/usr/bin:/bin", "HOME": str(self.top / "home"), "LC_ALL": "C.UTF-8",
            "PRE_COMMIT_HOME": str(self.top / "pre-commit"), "CMAKE_PREFIX_PATH": str(self.prefix)}
        (self.top / "home").mkdir()
        self.run(["git", "config", "--global", "user.name", "tester"])
        self.run(["git", "config", "--global", "user.email", "tester@example.org"])
        self.run(["git", "config", "--global", "init.defaultBranch", "main"])
        self.service = self.top / "service"
        shutil.copytree(SOURCE / "testdata/services/order-service", self.service)
        (self.service / ".gitignore").write_text("/build/\n")
        self.repository(self.service)

    def remove(self):
        shutil.rmtree(self.top)

    def run(self, command, cwd=None, environment=None, check=True):
        """Output is that of both streams."""
        done = subprocess.run(command, cwd=cwd or self.top, env={**self.environment, **(environment or {})}, text=True,
                              stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        if check and done.returncode:
            raise AssertionError(f"{command}: exit status {done.returncode}\n{done.stdout}")
        return done

    def git(self, *words, cwd=None):
        return self.run(["git", *words], cwd=cwd or self.service).stdout.strip()

    def repository(self, folder):
        self.git("init", "-q", cwd=folder)
        self.commit("first", folder)

    def commit(self, subject, folder=None):
        self.git("add", "-A", cwd=folder)
        self.git("commit", "-q", "--no-verify", "-m", subject, cwd=folder)
        return self.git("rev-parse", "HEAD", cwd=folder)

    def write(self, name, text, mode=0o644):
        file = self.top / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)
        file.chmod(mode)
        return file

    def configure(self):
        self.run(["cmake", "-S", ".", "-B", "build", "-DCMAKE_EXPORT_COMPILE_COMMANDS=ON"], cwd=self.service)

    def add_hazard(self):
        report = self.service / "src/report.cpp"
        text = report.read_text()
        assert HEALTHY in text
        report.write_text(text.replace(HEALTHY, HAZARD))


def findings(text):
    """The head lines of findings in a text."""
    return [line for line in text.splitlines() if line.endswith("]") and "[scale-" in line and ": " in line]

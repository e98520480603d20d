"""What stands in recipes/ is run on the sample service as its users would run it."""

import json
import pathlib
import re
import shutil
import subprocess
import unittest
import urllib.parse
import xml.etree.ElementTree as xml
from collections import Counter

import yaml

from actions import Job, load
from service import HAZARDS, RECIPES, SOURCE, Machine, findings


def setUpModule():
    global machine, base
    machine = Machine()
    for source, place in [("github/action.yml", ".github/actions/scalelint/action.yml"),
                          ("github/workflow.yml", ".github/workflows/scalelint.yml"),
                          ("gitlab/scalelint.gitlab-ci.yml", "scalelint.gitlab-ci.yml"),
                          ("pre-commit/.pre-commit-config.yaml", ".pre-commit-config.yaml")]:
        target = machine.service / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(RECIPES / source, target)
    base = machine.commit("use the recipes")
    machine.git("checkout", "-q", "-b", "work")
    machine.add_hazard()
    machine.commit("read names one by one")
    # As GitHub offers a pull request: its merge into the base.
    machine.git("checkout", "-q", "-b", "merge", "main")
    machine.git("merge", "-q", "--no-ff", "-m", "merge", "work")
    machine.git("checkout", "-q", "main")
    machine.configure()


def tearDownModule():
    machine.remove()


def results(log):
    return [result for run in log["runs"] for result in run["results"]]


class GitHub(unittest.TestCase):
    def job(self, event, ref):
        return Job(machine, event, ref, machine.top / "kept-by-github").run()

    def annotations(self, job):
        return [line for line in job.log.splitlines() if re.match("::(error|warning|notice) file=", line)]

    def annotated(self, job):
        """Without columns: GitHub takes none where several lines are marked."""
        return sorted(":".join(re.search(r"file=(.*?),line=(\d+)", line).groups()) for line in self.annotations(job))

    def test_on_the_main_branch_everything_is_told_and_uploaded(self):
        job = self.job("push", "main")
        self.assertTrue(job.failed, job.log)
        self.assertEqual(job.values["steps.scalelint.outputs.exit-code"], "1")
        (log,) = job.uploads
        levels = Counter(result["level"] for result in results(log))
        shown = sum(min(count, 10) for count in levels.values())  # of a level in a step; a notice tells of the others
        self.assertEqual(len(self.annotations(job)), shown)
        self.assertEqual("are not annotated" in job.log, shown < len(results(log)))
        self.assertGreater(len(results(log)), 5)
        self.assertIn("scale-n-plus-one-query", job.files["summary"].read_text())

    def test_in_a_pull_request_what_it_touches_is_told_and_everything_uploaded(self):
        before = results(self.job("push", "main").uploads[0])
        job = self.job("pull_request", "merge")
        self.assertTrue(job.failed, job.log)
        self.assertEqual(self.annotated(job), [place.rpartition(":")[0] for place in HAZARDS], job.log)
        (log,) = job.uploads
        self.assertEqual(len(results(log)), len(before) + len(HAZARDS), "GitHub takes what is missing for mended")

    def step(self, **inputs):
        """The script of the action alone, with these inputs."""
        action = load(RECIPES / "github/action.yml")
        (step,) = [step for step in action["runs"]["steps"] if "run" in step]
        values = {name: str(declared["default"]) for name, declared in action["inputs"].items()}
        values.update({name.replace("_", "-"): value for name, value in inputs.items()})
        environment = {name: re.sub(r"\$\{\{ inputs\.([\w-]+) \}\}", lambda found: values[found[1]], text)
                       for name, text in step["env"].items()}
        environment.update(GITHUB_OUTPUT=str(machine.write("runner/output", "")), GITHUB_WORKSPACE=str(machine.service),
                           GITHUB_RUN_ID="7", GITHUB_RUN_ATTEMPT="1")
        return machine.run(["bash", "--noprofile", "--norc", "-eo", "pipefail", machine.write("runner/script.sh", step["run"])],
                           cwd=machine.service, environment=environment, check=False)

    def test_inputs_are_never_taken_for_commands(self):
        bait = '$(touch pwned) `touch pwned`; touch pwned; "\' && touch pwned'
        for name in ["build", "checks", "baseline", "diff", "fail_on", "sarif", "args"]:
            with self.subTest(input=name):
                ran = self.step(**{name: bait})
                self.assertFalse((machine.service / "pwned").exists(), ran.stdout)
        for log in machine.service.glob("$(touch*"): # the file that was asked for as `sarif`
            log.unlink()

    def test_further_arguments_stand_one_a_line(self):
        ran = self.step(args="--checks\nscale-over-fetch\n\nsrc", fail_on="never", sarif="build/out put.sarif")
        self.assertEqual(ran.returncode, 0, ran.stdout)
        self.assertEqual({result["ruleId"] for result in results(json.loads((machine.service / "build/out put.sarif").read_text()))},
                         {"scale-over-fetch"})

    def test_a_program_that_is_missing_is_said(self):
        path = machine.environment["PATH"]
        machine.environment["PATH"] = "/usr/bin:/bin"
        try:
            ran = self.step()
        finally:
            machine.environment["PATH"] = path
        self.assertEqual(ran.returncode, 2)
        self.assertIn("scalelint is not in PATH", ran.stdout)


class GitLab(unittest.TestCase):
    def job(self, **environment):
        job = yaml.safe_load((RECIPES / "gitlab/scalelint.gitlab-ci.yml").read_text())["scalelint"]
        script = machine.write("runner/job.sh", "\n".join([*job["before_script"], *job["script"]]))
        variables = {name: str(value) for name, value in job["variables"].items()}
        ran = machine.run(["sh", "-e", script], cwd=machine.service, check=False,
                          environment={"CI_PROJECT_DIR": str(machine.service), "GITLAB_CI": "true", **variables, **environment})
        reports = job["artifacts"]["reports"]
        quality = json.loads((machine.service / reports["codequality"]).read_text())
        failures = xml.parse(machine.service / reports["junit"]).findall(".//failure")
        for path in [*reports.values(), *job["artifacts"]["paths"]]:
            self.assertTrue((machine.service / path).exists(), path)
            (machine.service / path).unlink()
        self.assertIn(ran.returncode, job["allow_failure"]["exit_codes"], ran.stdout)
        return ran.stdout, quality, failures

    def test_a_branch_tells_everything(self):
        text, quality, failures = self.job()
        self.assertEqual(len(findings(text)), len(quality))
        self.assertGreater(len(failures), 5)

    def test_a_merge_request_fails_by_what_it_touches_and_reports_everything(self):
        before = self.job()[1]
        machine.git("checkout", "-q", "work")
        self.addCleanup(machine.git, "checkout", "-q", "main")
        text, quality, _ = self.job(CI_MERGE_REQUEST_DIFF_BASE_SHA=base)
        self.assertEqual(len(quality), len(before) + len(HAZARDS))
        touched = findings(text.split("Of these, what touches")[1])
        self.assertEqual([line.split(": ")[0] for line in touched], HAZARDS, text)


class PreCommit(unittest.TestCase):
    def setUp(self):
        self.addCleanup(machine.git, "reset", "-q", "--hard", "main")

    def commit_refused(self):
        machine.run(["pre-commit", "install"], cwd=machine.service)
        self.addCleanup((machine.service / ".git/hooks/pre-commit").unlink)
        return machine.run(["git", "commit", "-q", "-a", "-m", "more"], cwd=machine.service, check=False)

    def test_a_commit_with_a_hazard_is_refused(self):
        machine.add_hazard()
        ran = self.commit_refused()
        self.assertEqual(ran.returncode, 1, ran.stdout)
        self.assertEqual([line.split(": ")[0] for line in findings(ran.stdout)], HAZARDS, ran.stdout)

    def test_a_commit_that_touches_no_hazard_goes_through(self):
        report = machine.service / "src/report.cpp"
        report.write_text(report.read_text() + "// the end\n")
        ran = self.commit_refused()
        self.assertEqual(ran.returncode, 0, ran.stdout)
        self.assertIn("Passed", ran.stdout)
        machine.git("reset", "-q", "--hard", "HEAD~1")

    def test_the_hook_of_the_repository_is_the_recipe(self):
        (hook,) = yaml.safe_load((SOURCE / ".pre-commit-hooks.yaml").read_text())
        (local,) = yaml.safe_load((RECIPES / "pre-commit/.pre-commit-config.yaml").read_text())["repos"][0]["hooks"]
        for key in ["id", "entry", "language", "types_or", "pass_filenames"]:
            self.assertEqual(hook[key], local[key])

    def test_the_hook_is_found_in_a_repository_of_scalelint(self):
        folder = machine.top / "scalelint"
        folder.mkdir()
        shutil.copy(SOURCE / ".pre-commit-hooks.yaml", folder)
        machine.repository(folder)
        machine.add_hazard()
        machine.git("add", "-A")
        ran = machine.run(["pre-commit", "try-repo", f"file://{folder}", "scalelint"], cwd=machine.service, check=False)
        self.assertEqual(ran.returncode, 1, ran.stdout)
        self.assertEqual([line.split(": ")[0] for line in findings(ran.stdout)], HAZARDS, ran.stdout)


class ClangTidy(unittest.TestCase):
    """The README's project, which holds one hazard."""

    def setUp(self):
        self.folder = machine.top / "greetings"
        shutil.rmtree(self.folder, ignore_errors=True)
        self.folder.mkdir()
        for name, text in re.findall(r"^```[a-z]+ readme/(\S+)\n(.*?)^```", (SOURCE / "README.md").read_text(), re.M | re.S):
            (self.folder / name).write_text(text)
        (self.folder / ".scalelint.yaml").write_text("rules: [acme-kv.yaml]\n")
        shutil.copy(RECIPES / "cmake/ScalelintTidy.cmake", self.folder)
        (self.folder / "CMakeLists.txt").write_text(
            "cmake_minimum_required(VERSION 3.22)\nproject(greetings CXX)\ninclude(ScalelintTidy.cmake)\n"
            "add_library(greetings STATIC greetings.cpp)\n")
        machine.run(["cmake", "-S", ".", "-B", "build"], cwd=self.folder)

    def found(self, text):
        return re.findall(r"greetings\.cpp:5:\d+: warning: .*\[scale-remote-call-in-loop\]", text)

    def test_cmake_runs_the_module_with_the_compiler(self):
        self.assertTrue(self.found(machine.run(["cmake", "--build", "build"], cwd=self.folder).stdout))

    def test_cmake_has_a_target_for_the_whole_program(self):
        ran = machine.run(["cmake", "--build", "build", "--target", "hazards"], cwd=self.folder)
        self.assertTrue(self.found(ran.stdout), ran.stdout)

    def test_run_clang_tidy_loads_the_module(self):
        ran = machine.run([RECIPES / "clang-tidy/run.sh", "build"], cwd=self.folder, check=False,
                          environment={"SCALELINT_MODULES": str(machine.prefix / "lib/scalelint")})
        self.assertTrue(self.found(ran.stdout), ran.stdout)


class VisualStudioCode(unittest.TestCase):
    def test_the_problem_matcher_reads_every_finding(self):
        tasks = json.loads((RECIPES / "vscode/tasks.json").read_text())["tasks"]
        for task in tasks:
            ran = machine.run([task["command"], *task["args"], "--sarif", "build/same.sarif"] if "--sarif" not in task["args"]
                              else [task["command"], *task["args"]], cwd=machine.service, check=False)
            self.assertIn(ran.returncode, [0, 1], ran.stdout)
            log = machine.service / (task["args"][task["args"].index("--sarif") + 1] if "--sarif" in task["args"]
                                     else "build/same.sarif")
            pattern = task["problemMatcher"]["pattern"]
            read = [re.match(pattern["regexp"], line) for line in ran.stdout.splitlines()]
            read = sorted((found[pattern["file"]], int(found[pattern["line"]]), int(found[pattern["column"]]),
                           found[pattern["severity"]], found[pattern["code"]]) for found in read if found)
            regions = [(result["locations"][0]["physicalLocation"], result) for result in results(json.loads(log.read_text()))]
            self.assertEqual(read, sorted((place["artifactLocation"]["uri"], place["region"]["startLine"],
                                           place["region"]["startColumn"], result["level"], result["ruleId"])
                                          for place, result in regions))
        self.assertGreater(len(results(json.loads((machine.service / "build/scalelint.sarif").read_text()))), 5)

    def test_settings_name_the_program_that_is_built(self):
        settings = json.loads((RECIPES / "vscode/settings.json").read_text())
        self.assertIn(f"add_executable({settings['clangd.path']}",
                      (SOURCE / "driver/clangd/CMakeLists.txt").read_text())
        json.loads((RECIPES / "vscode/extensions.json").read_text())


class Reviewdog(unittest.TestCase):
    """reviewdog itself is not to be had from Debian; what its parser of SARIF reads (parser/sarif.go) has to be there."""

    def run_recipe(self):
        machine.write("bin/reviewdog", f'#!/bin/sh\nprintf "%s\\n" "$@" >{machine.top}/arguments\ncat >{machine.top}/review.sarif\n',
                      mode=0o755)
        machine.run([RECIPES / "reviewdog/review.sh", "build", "-filter-mode=added"], cwd=machine.service,
                    environment={"PATH": f"{machine.top}/bin:{machine.environment['PATH']}"})
        return json.loads((machine.top / "review.sarif").read_text())

    def path(self, run, location):
        base_uri = run["originalUriBaseIds"][location["uriBaseId"]]["uri"]
        path = pathlib.Path(urllib.parse.urlparse(base_uri + location["uri"]).path)
        return path.relative_to(machine.service)

    def test_it_is_given_all_that_it_reads(self):
        log = self.run_recipe()
        arguments = (machine.top / "arguments").read_text().splitlines()
        self.assertEqual(arguments, ["-f=sarif", "-name=scalelint", "-reporter=github-pr-review", "-filter-mode=added"])
        self.assertGreater(len(results(log)), 5)
        for run in log["runs"]:
            self.assertEqual(run["tool"]["driver"]["name"], "scalelint")
            rules = {rule["id"] for rule in run["tool"]["driver"]["rules"]}
            for result in run["results"]:
                self.assertIn(result["ruleId"], rules)
                self.assertTrue(result["message"].get("text") or result["message"].get("markdown"))
                self.assertIn(result["level"], ["error", "warning", "note"])
                for location in result["locations"] + result.get("relatedLocations", []):
                    place = location["physicalLocation"] # it has no other way to a line, and stops without one
                    self.assertTrue((machine.service / self.path(run, place["artifactLocation"])).exists())
                    self.assertGreater(place["region"]["startLine"], 0)
                for fix in result.get("fixes", []):
                    for change in fix["artifactChanges"]:
                        self.path(run, change["artifactLocation"])
                        for replacement in change["replacements"]:
                            self.assertIn("text", replacement["insertedContent"])
                            self.assertGreater(replacement["deletedRegion"]["startLine"], 0)


class Scripts(unittest.TestCase):
    def test_shellcheck_has_nothing_to_say(self):
        action = load(RECIPES / "github/action.yml")
        workflow = load(RECIPES / "github/workflow.yml")
        gitlab = yaml.safe_load((RECIPES / "gitlab/scalelint.gitlab-ci.yml").read_text())["scalelint"]
        steps = action["runs"]["steps"] + [step for job in workflow["jobs"].values() for step in job["steps"]]
        scripts = ["#!/bin/bash\n" + step["run"] for step in steps if "run" in step]
        scripts += ["#!/bin/sh\n" + "\n".join([*gitlab["before_script"], *gitlab["script"]])]
        scripts += [file.read_text() for file in RECIPES.glob("*/*.sh")]
        self.assertGreaterEqual(len(scripts), 5)
        for script in scripts:
            ran = subprocess.run(["shellcheck", "-"], input=script, text=True, stdout=subprocess.PIPE)
            self.assertEqual(ran.stdout, "")

    def test_the_readme_names_every_recipe(self):
        text = (RECIPES / "README.md").read_text()
        for file in RECIPES.glob("*/*"):
            relative = str(file.relative_to(RECIPES))
            self.assertTrue(relative in text or f"({relative.split('/')[0]})" in text, relative)


if __name__ == "__main__":
    unittest.main()

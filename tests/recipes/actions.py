"""Runs a GitHub workflow as far as one machine can: shell steps as they stand, actions of others by what they leave behind."""

import json
import re
import shutil

import yaml

# Of actions of others: the inputs that these versions know.
KNOWN_INPUTS = {
    "actions/checkout@v4": {"fetch-depth", "ref", "persist-credentials"},
    "actions/cache@v4": {"path", "key", "restore-keys"},
    "github/codeql-action/upload-sarif@v3": {"sarif_file", "category", "wait-for-processing"},
}


def load(file):
    # YAML 1.1 takes the key `on` for true.
    return {("on" if key is True else key): value for key, value in yaml.safe_load(file.read_text()).items()}


class Expressions:
    """`${{ … }}` with names, strings, ==, !=, && and ||, which is all that the recipes use."""

    def __init__(self, values):
        self.values = values

    def evaluate(self, text):
        text = re.sub(r"'[^']*'|\b[a-z_]+(?:\.[\w-]+)+", lambda found: found[0] if found[0][0] == "'"
                      else repr(self.values[found[0]]), text)
        return eval(text.replace("&&", " and ").replace("||", " or "), {"__builtins__": {}},
                    {"always": lambda: True, "success": lambda: not self.values["failed"]})

    def fill(self, text):
        return re.sub(r"\$\{\{(.*?)\}\}", lambda found: str(self.evaluate(found[1].strip())), str(text))


class Job:
    """One run of the only job of `workflow` in a fresh checkout of `ref`; build folders are new, the cache is kept."""

    def __init__(self, machine, event, ref, kept):
        self.machine, self.kept, self.event = machine, kept, event
        self.workspace = machine.top / "workspace"
        self.log, self.failed, self.uploads, self.depth = "", False, [], None
        self.ref = ref
        self.files = {name: machine.write(f"runner/{name}", "") for name in ["output", "summary"]}
        self.environment = {
            "GITHUB_ACTIONS": "true", "GITHUB_WORKSPACE": str(self.workspace), "GITHUB_OUTPUT": str(self.files["output"]),
            "GITHUB_STEP_SUMMARY": str(self.files["summary"]), "GITHUB_RUN_ID": "7", "GITHUB_RUN_ATTEMPT": "1", "CI": "true"}
        self.values = {"failed": False, "github.event_name": event, "github.sha": "0" * 40, "runner.os": "Linux",
                       "vars.SCALELINT_IMAGE": "image", "steps.scalelint.outputs.sarif": "",
                       "steps.check.outputs.sarif": "", "steps.check.outputs.exit-code": ""}

    def run(self):
        shutil.rmtree(self.workspace, ignore_errors=True)
        jobs = load(self.machine.service / ".github/workflows/scalelint.yml")["jobs"]
        (job,) = jobs.values()
        for step in job["steps"]:
            self.step(step, self.values)
        return self

    def step(self, step, values):
        expressions = Expressions({**values, "failed": self.failed})
        condition = step.get("if", "success()")
        if not expressions.evaluate(condition if "always()" in condition else f"success() && ({condition})"):
            return
        inputs = {key: expressions.fill(value) for key, value in step.get("with", {}).items()}
        if "run" in step:
            self.shell(step, expressions)
        elif step["uses"].startswith("./"):
            self.action(step, inputs)
        else:
            assert set(inputs) <= KNOWN_INPUTS[step["uses"]], step
            getattr(self, re.sub(r"\W", "_", step["uses"].split("@")[0].split("/")[-1]))(inputs)

    def shell(self, step, expressions):
        script = self.machine.write("runner/script.sh", expressions.fill(step["run"]))
        assert "${{" not in step["run"], "text of a script must not come from outside"
        # As GitHub starts them: https://docs.github.com/actions/reference/workflows-and-actions/workflow-syntax
        command = ["bash", "--noprofile", "--norc", "-eo", "pipefail"] if "shell" in step else ["bash", "-e"]
        variables = {name: expressions.fill(value) for name, value in step.get("env", {}).items()}
        done = self.machine.run([*command, script], cwd=self.workspace, environment={**self.environment, **variables}, check=False)
        self.log += done.stdout
        self.failed = self.failed or done.returncode != 0

    def action(self, step, inputs):
        action = load(self.workspace / step["uses"] / "action.yml")
        assert set(inputs) <= set(action["inputs"]), step
        values = dict(self.values)
        for name, declared in action["inputs"].items():
            values[f"inputs.{name}"] = inputs.get(name, declared["default"])
        after = []
        for each in action["runs"]["steps"]:
            self.step(each, values)
            if "uses" in each and each["uses"].startswith("actions/cache@"):
                after.append(Expressions(values).fill(each["with"]["path"]))
        self.read_outputs(action, values, step)
        for path in after:
            shutil.copytree(self.workspace / path, self.kept, dirs_exist_ok=True)

    def read_outputs(self, action, values, step):
        lines = iter(self.files["output"].read_text().splitlines())
        for line in lines:
            name, end = line.split("<<") if "<<" in line else (line.split("=", 1)[0], None)
            value = line.split("=", 1)[1] if end is None else "\n".join(iter(lambda: next(lines), end))
            values[f"steps.check.outputs.{name}"] = value
        for name, output in action["outputs"].items():
            self.values[f"steps.{step['id']}.outputs.{name}"] = Expressions(values).fill(output["value"])

    def checkout(self, inputs):
        self.machine.git("clone", "-q", "--depth", inputs["fetch-depth"], "--branch", self.ref,
                         f"file://{self.machine.service}", str(self.workspace), cwd=self.machine.top)

    def cache(self, inputs):
        if self.kept.exists():
            shutil.copytree(self.kept, self.workspace / inputs["path"], dirs_exist_ok=True)

    def upload_sarif(self, inputs):
        self.uploads.append(json.loads((self.workspace / inputs["sarif_file"]).read_text()))

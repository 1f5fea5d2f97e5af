#!/usr/bin/env bash
# Opens, adds to or closes the issue of a regression, as OUT/issue.json says (see nightly.sh). Needs gh with a token that may
# write issues.
#
#   ci/issue.sh results/nightly
set -euo pipefail

out=${1:?give the folder that nightly.sh wrote}
if [ ! -f "$out/issue.json" ]; then
  echo "issue: nothing was compared, so nothing is said" >&2
  exit 0
fi
field() { node -p 'JSON.parse(require("fs").readFileSync(process.argv[1], "utf8"))[process.argv[2]]' "$out/issue.json" "$1"; }
action=$(field action)
title=$(field title)
label=${ISSUE_LABEL:-ncf-bench}

open_issue() {
  gh issue list --state open --label "$label" --limit 200 --json number,title |
    node -e '
      const issues = JSON.parse(require("fs").readFileSync(0, "utf8"));
      const found = issues.find(({ title }) => title === process.argv[1]);
      if (found) console.log(found.number);' "$title"
}

case $action in
  open)
    number=$(open_issue)
    if [ -n "$number" ]; then
      gh issue comment "$number" --body-file "$out/issue.md"
    else
      gh label create "$label" --description "Found by the nightly benchmark" --color B60205 >/dev/null 2>&1 || true
      gh issue create --title "$title" --label "$label" --body-file "$out/issue.md"
    fi
    ;;
  close)
    number=$(open_issue)
    if [ -n "$number" ]; then
      gh issue comment "$number" --body-file "$out/issue.md"
      gh issue close "$number"
    fi
    ;;
esac

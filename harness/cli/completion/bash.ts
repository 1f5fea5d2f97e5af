/**
 * The script for bash, which the library's does not replace: that one needs the package bash-completion, silently does
 * nothing without it, and evaluates what was typed.
 */
export function bashScript(name: string): string {
  return `# Completes ${name} in bash: source this.
_${name.replaceAll("-", "_")}() {
  local line=\${COMP_LINE:0:COMP_POINT} words answer directive candidate
  read -ra words <<< "$line"
  [[ $line == *[[:space:]] ]] && words+=('')
  answer=$(command "\${words[0]}" complete -- "\${words[@]:1}" 2>/dev/null) || return
  directive=\${answer##*:}
  # Bash itself breaks words at = and :, so what lies before the last of them is not to be repeated.
  local typed=\${words[-1]} prefix=
  [[ $typed == *[=:]* ]] && prefix=\${typed%"\${typed##*[=:]}"}
  COMPREPLY=()
  while IFS=$'\\t' read -r candidate _; do
    [[ $candidate == :* || -z $candidate ]] || COMPREPLY+=("\${candidate#"$prefix"}")
  done <<< "$answer"
  (( directive & 4 )) || compopt -o default
}
complete -F _${name.replaceAll("-", "_")} ${name}
`;
}

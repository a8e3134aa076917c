// `completion`: a script for a shell that completes verbs, options and the words that they take. It is made of the command tree, so that it never lags behind.
import type { Command } from 'commander';
import {
  completedVerbs,
  type CompletedOption,
  type CompletedVerb,
} from '../configuration/completion-tree.js';
import { exitCodes, type ExitCode } from '../exit-codes.js';
import type { Terminal } from '../terminal.js';

export type Shell = 'bash' | 'zsh' | 'fish' | 'pwsh';

/** Prints the script. */
export function completion(program: Command, shell: Shell, { out }: Terminal): ExitCode {
  out.write(completionScript(program, shell));
  return exitCodes.clean;
}

/** The script for one shell. */
export function completionScript(program: Command, shell: Shell): string {
  const verbs = completedVerbs(program);
  switch (shell) {
    case 'bash':
      return bash(verbs);
    case 'zsh':
      return zsh(verbs);
    case 'fish':
      return fish(verbs);
    case 'pwsh':
      return pwsh(verbs);
  }
}

const flagsOf = ({ options }: CompletedVerb): readonly string[] => options.flatMap(({ flags }) => flags);

/** Options of the program stand beside every verb. */
const withProgram = (verbs: readonly CompletedVerb[]): readonly CompletedVerb[] => {
  const shared = (verbs[0]?.options ?? []).filter(({ flags }) =>
    flags.some((flag) => flag.includes('config')),
  );
  return verbs.map((each) => (each.verb === '' ? each : { ...each, options: [...each.options, ...shared] }));
};

/** All pairs of verbs, as shell patterns are tried: the longer first. */
const deepestFirst = (verbs: readonly CompletedVerb[]): readonly CompletedVerb[] =>
  [...verbs].sort((a, b) => b.verb.split(' ').length - a.verb.split(' ').length);

function bash(all: readonly CompletedVerb[]): string {
  const verbs = withProgram(all);
  const values = verbs.flatMap((each) =>
    each.options.flatMap(({ flags, takes }) => {
      if (takes === 'none') return [];
      const patterns = flags.map((flag) => `'${each.verb} ${flag}'`).join(' | ');
      return [`    ${patterns}) ${takes === 'file' ? 'files=1' : `words='${takes.join(' ')}'`} ;;`];
    }),
  );
  const words = verbs.map(
    (each) => `    '${each.verb}') names='${each.verbs.join(' ')}' flags='${flagsOf(each).join(' ')}' ;;`,
  );
  const known = verbs.filter(({ verb }) => verb !== '').map(({ verb }) => `'${verb}'`);
  return `# Completion of ird2scxml for bash: eval "$(ird2scxml completion bash)"
_ird2scxml() {
  local cur="\${COMP_WORDS[COMP_CWORD]}" prev="" verb="" next word words="" files="" names="" flags=""
  local i
  for ((i = 1; i < COMP_CWORD; i++)); do
    word="\${COMP_WORDS[i]}"
    next="\${verb:+$verb }$word"
    case "$next" in
    ${known.join(' | ')}) verb="$next" ;;
    esac
    prev="$word"
  done
  # "--option=value" comes in three words.
  if [ "$cur" = "=" ]; then cur=""; elif [ "$prev" = "=" ]; then prev="\${COMP_WORDS[COMP_CWORD - 2]}"; fi
  COMPREPLY=()
  case "$verb $prev" in
${values.join('\n')}
  esac
  if [ -z "$words$files" ]; then
    case "$verb" in
${words.join('\n')}
    esac
    case "$cur" in
    -*) words="$flags" ;;
    *)
      words="$names"
      [ -n "$verb" ] && files=1
      ;;
    esac
  fi
  local IFS=$' \\n'
  [ -n "$words" ] && COMPREPLY=($(compgen -W "$words" -- "$cur"))
  if [ -n "$files" ]; then
    IFS=$'\\n'
    COMPREPLY+=($(compgen -f -- "$cur"))
    compopt -o filenames 2>/dev/null
  fi
  return 0
}
complete -F _ird2scxml ird2scxml
`;
}

const quoted = (text: string): string => `'${text.replaceAll("'", "'\\''")}'`;

function zsh(all: readonly CompletedVerb[]): string {
  const verbs = withProgram(all);
  const about = (text: string): string =>
    text.replaceAll('[', '(').replaceAll(']', ')').replaceAll(':', ' -');
  const option = ({ flags, about: said, takes }: CompletedOption): readonly string[] =>
    flags.map((flag) => {
      const value =
        takes === 'none' ? '' : takes === 'file' ? ':value:_files' : `:value:(${takes.join(' ')})`;
      return quoted(`*${flag}[${about(said)}]${value}`);
    });
  const cases = deepestFirst(verbs).map((each) => {
    const lines = each.options.flatMap(option);
    const verbsHere =
      each.verbs.length > 0 ? [quoted(`1:verb:(${each.verbs.join(' ')})`)] : [quoted('*:file:_files')];
    return `    '${each.verb}')\n      _arguments -s \\\n        ${[...lines, ...verbsHere].join(' \\\n        ')}\n      ;;`;
  });
  const known = verbs.filter(({ verb }) => verb !== '').map(({ verb }) => `'${verb}'`);
  return `#compdef ird2scxml
# Completion of ird2scxml for zsh: source <(ird2scxml completion zsh)
_ird2scxml() {
  local verb='' next
  local -i i depth=0
  for ((i = 2; i < CURRENT; i++)); do
    next="\${verb:+$verb }\${words[i]}"
    case "$next" in
      ${known.join('|')}) verb="$next"; depth=i-1 ;;
    esac
  done
  # What stands before the verb is read.
  if ((depth > 0)); then
    words=("\${words[1]}" "\${(@)words[depth + 2,-1]}")
    ((CURRENT -= depth))
  fi
  case "$verb" in
${cases.join('\n')}
  esac
}
if [[ "\${funcstack[1]}" == _ird2scxml ]]; then
  _ird2scxml "$@"
else
  compdef _ird2scxml ird2scxml
fi
`;
}

function fish(all: readonly CompletedVerb[]): string {
  const verbs = withProgram(all);
  const fishQuoted = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`;
  const lines = verbs.flatMap((each) => {
    const condition = fishQuoted(`test (__ird2scxml_verb) = ${each.verb === '' ? '""' : `"${each.verb}"`}`);
    const begin = `complete -c ird2scxml -n ${condition}`;
    return [
      ...each.verbs.map((name) => {
        const said = verbs.find(({ verb }) => verb === `${each.verb} ${name}`.trim())?.about ?? '';
        return `${begin} -f -a ${name} -d ${fishQuoted(said)}`;
      }),
      ...each.options.map(({ flags, about, takes }) => {
        const names = flags.map((flag) =>
          flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`,
        );
        const value =
          takes === 'none' ? '' : takes === 'file' ? ' -r -F' : ` -x -a ${fishQuoted(takes.join(' '))}`;
        return `${begin} ${names.join(' ')}${value} -d ${fishQuoted(about)}`;
      }),
    ];
  });
  const known = verbs.filter(({ verb }) => verb !== '').map(({ verb }) => fishQuoted(verb));
  return `# Completion of ird2scxml for fish: ird2scxml completion fish | source
function __ird2scxml_verb
    set -l verb ""
    for word in (commandline -opc)[2..-1]
        set -l next (string trim -- "$verb $word")
        if contains -- $next ${known.join(' ')}
            set verb $next
        end
    end
    echo $verb
end
${lines.join('\n')}
`;
}

function pwsh(all: readonly CompletedVerb[]): string {
  const verbs = withProgram(all);
  const text = (words: string): string => `'${words.replaceAll("'", "''")}'`;
  const tables = verbs.map((each) => {
    const values = each.options.flatMap(({ flags, takes }) =>
      takes === 'none'
        ? []
        : flags.map((flag) => `${text(flag)} = @(${takes === 'file' ? '' : takes.map(text).join(', ')})`),
    );
    const words = [...each.verbs, ...flagsOf(each)].map(text).join(', ');
    return `    ${text(each.verb)} = @{ Words = @(${words}); Takes = @{ ${values.join('; ')} } }`;
  });
  return `# Completion of ird2scxml for PowerShell: ird2scxml completion pwsh | Out-String | Invoke-Expression
Register-ArgumentCompleter -Native -CommandName ird2scxml -ScriptBlock {
  param($wordToComplete, $commandAst, $cursorPosition)
  $verbs = @{
${tables.join('\n')}
  }
  $verb = ''
  $previous = ''
  foreach ($element in ($commandAst.CommandElements | Select-Object -Skip 1)) {
    if ($element.Extent.EndOffset -ge $cursorPosition -and $wordToComplete -ne '') { break }
    $previous = $element.Extent.Text
    $next = "$verb $previous".Trim()
    if ($verbs.ContainsKey($next)) { $verb = $next }
  }
  $known = $verbs[$verb]
  # No words: the shell completes files.
  $words = if ($known.Takes.ContainsKey($previous)) { $known.Takes[$previous] } else { $known.Words }
  $words | Where-Object { $_.StartsWith($wordToComplete) } | ForEach-Object {
    [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
  }
}
`;
}

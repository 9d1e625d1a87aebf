import { spawnSync } from 'node:child_process';
import fs from 'node:fs';

/**
 * Installs Debian's packages when this may be done: on Debian or a relative of it, as root.
 * Refuses: throws with a sentence saying what to install by hand, or what apt-get said.
 */
export function installFromDebian(packages: readonly string[], otherwise: string): void {
  const release = fs.existsSync('/etc/os-release')
    ? fs.readFileSync('/etc/os-release', 'utf8')
    : '';
  if (!/^ID(_LIKE)?=.*debian/m.test(release) || process.getuid?.() !== 0)
    throw new Error(otherwise);
  process.stderr.write(`Installing ${packages.join(' and ')} from Debian…\n`);
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  const apt = (args: readonly string[]) =>
    spawnSync('apt-get', [...args], { encoding: 'utf8', env: environment });
  const options = ['install', '-y', '-qq', '--no-install-recommends', ...packages];
  if (apt(options).status === 0) return;
  // The lists may be missing or old, as they are in a fresh container.
  apt(['update', '-qq']);
  const answer = apt(options);
  if (answer.status !== 0) {
    throw new Error(
      `${otherwise}\nInstalling it here failed:\n${answer.error?.message ?? answer.stderr}`
    );
  }
}

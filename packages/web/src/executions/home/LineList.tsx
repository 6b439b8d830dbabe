import { Link } from '@tanstack/react-router'
import { When } from '../../app/When.tsx'
import type { paths } from '../../app/paths.ts'
import styles from './home.module.css'

interface Line {
  readonly id: number
  readonly name: string
  /** When it was last touched. */
  readonly at: string
  readonly to: typeof paths.workflow | typeof paths.runSummary
}

/** Things by name and time, one a line. */
export const LineList = ({ lines }: { readonly lines: readonly Line[] }) => (
  <ul className={styles['lines']}>
    {lines.map(({ id, name, at, to }) => (
      <li key={id}>
        <Link to={to} params={{ id }}>
          {name}
        </Link>
        <span className={styles['small']}>
          <When at={at} />
        </span>
      </li>
    ))}
  </ul>
)

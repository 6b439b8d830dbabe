import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, Tabs } from 'react-aria-components'
import styles from './lane-tabs.module.css'

interface LaneTabsProps {
  readonly label: string
  readonly tabs: readonly { readonly id: string; readonly content: ReactNode }[]
  readonly selected: string
  readonly onSelect: (id: string) => void
  readonly children: ReactNode
}

/** Tabs over one panel whose content the caller changes with the selection. */
export function LaneTabs({ label, tabs, selected, onSelect, children }: LaneTabsProps) {
  return (
    <Tabs
      selectedKey={selected}
      onSelectionChange={key => {
        if (key !== selected) onSelect(String(key))
      }}
      keyboardActivation="manual"
      className={styles['tabs'] ?? ''}
    >
      <TabList aria-label={label} className={styles['list'] ?? ''}>
        {tabs.map(tab => (
          <Tab key={tab.id} id={tab.id} className={styles['tab'] ?? ''}>
            {tab.content}
          </Tab>
        ))}
      </TabList>
      <TabPanel id={selected} className={styles['panel'] ?? ''}>
        {children}
      </TabPanel>
    </Tabs>
  )
}

import { X } from 'lucide-react'
import { createContext, use, useCallback, useEffect, useMemo, useState, type ReactNode } from 'react'
import { Button } from './Button.tsx'
import { IconButton } from './IconButton.tsx'
import styles from './toasts.module.css'

export interface Toast {
  readonly text: string
  readonly action?: { readonly label: string; readonly run: () => void }
}

const ToastContext = createContext<(toast: Toast | null) => void>(() => undefined)

/** Shows a line at the foot of the page; the next one replaces it, and null takes it away. */
export const useToast = () => use(ToastContext)

const lifetime = 8_000

interface ToastsProps {
  readonly label: string
  readonly closeLabel: string
  readonly children: ReactNode
}

/** One line at a time, announced politely; it stays while the pointer or the focus is on it. */
export function Toasts({ label, closeLabel, children }: ToastsProps) {
  const [current, setCurrent] = useState<{ readonly toast: Toast; readonly key: number } | null>(null)
  const [isHeld, setHeld] = useState(false)
  const show = useCallback(
    (toast: Toast | null) => setCurrent(last => toast && { toast, key: (last?.key ?? 0) + 1 }),
    [],
  )
  const close = useCallback(() => {
    setCurrent(null)
    setHeld(false)
  }, [])
  useEffect(() => {
    if (current === null || isHeld) return
    const timer = setTimeout(close, lifetime)
    return () => clearTimeout(timer)
  }, [current, isHeld, close])
  const { toast } = current ?? {}
  const hold = useMemo(
    () => ({
      onPointerEnter: () => setHeld(true),
      onPointerLeave: () => setHeld(false),
      onFocus: () => setHeld(true),
      onBlur: () => setHeld(false),
    }),
    [],
  )
  return (
    <ToastContext value={show}>
      {children}
      <section aria-label={label} className={styles['region']}>
        <output className={styles['holder']}>
          {toast ? (
            <span key={current?.key} className={styles['toast']} {...hold}>
              <span className={styles['text']}>{toast.text}</span>
              {toast.action ? (
                <Button
                  variant="quiet"
                  onPress={() => {
                    close()
                    toast.action?.run()
                  }}
                >
                  {toast.action.label}
                </Button>
              ) : null}
              <IconButton label={closeLabel} onPress={close}>
                <X aria-hidden size={18} />
              </IconButton>
            </span>
          ) : null}
        </output>
      </section>
    </ToastContext>
  )
}

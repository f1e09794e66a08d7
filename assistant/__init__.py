"""The thinking: understand → retrieve → decide → compose; the checker; the command line."""

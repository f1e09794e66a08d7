"""Errors that a reader of the product sees."""


class UserError(Exception):
    """The input cannot be used.

    The message is one line of Chinese that says what is wrong and what to do; the command line
    prints it to standard error and exits with 2, the page shows it in place of a result.
    """

"""Why the operating system refused something, in Chinese."""

from __future__ import annotations

import errno

_REASONS = {
    errno.ENOENT: "文件不存在",
    errno.EACCES: "没有权限",
    errno.EPERM: "没有权限",
    errno.EISDIR: "是文件夹",
    errno.ENOTDIR: "路径中有一段不是文件夹",
    errno.ENOSPC: "磁盘已满",
    errno.EROFS: "磁盘只读",
    errno.EEXIST: "文件已存在",
    errno.ENAMETOOLONG: "文件名过长",
    errno.ELOOP: "链接循环",
    errno.EFBIG: "文件过大",
    errno.EMFILE: "打开的文件过多",
    errno.ENFILE: "打开的文件过多",
    errno.EBUSY: "正被其他程序占用",
    errno.EIO: "磁盘读写出错",
    errno.EINVAL: "路径无效",
    errno.ENOMEM: "内存不足",
}
if hasattr(errno, "EDQUOT"):  # not on Windows
    _REASONS[errno.EDQUOT] = "磁盘配额已用完"


def reason(error: OSError) -> str:
    """The cause of `error` in a few Chinese words, its number where it is none of the usual ones."""
    if error.errno is None:
        return "系统出错"
    return _REASONS.get(error.errno, f"系统错误 {error.errno}")

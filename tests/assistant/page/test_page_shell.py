import asyncio

import pytest

from assistant.page.shell import POLICY, Shell, localised

PAGE = (
    '<!doctype html>\n<html\n\tlang="en"\n><head><meta\n property="og:image"\n content="https://elsewhere.example/x.jpg"\n/>'
    '<meta charset="utf-8" /><script>1</script></head><body></body></html>'
)


def serve(path="/", kind=b"text/html; charset=utf-8", parts=(PAGE,), method="GET"):
    async def app(scope, receive, send):
        length = str(sum(len(part.encode()) for part in parts)).encode()
        await send(
            {
                "type": "http.response.start",
                "status": 200,
                "headers": [(b"content-type", kind), (b"content-length", length)],
            }
        )
        for number, part in enumerate(parts, 1):
            await send(
                {"type": "http.response.body", "body": part.encode(), "more_body": number < len(parts)}
            )

    sent = []

    async def send(message):
        sent.append(message)

    asyncio.run(Shell(app)({"type": "http", "path": path, "method": method}, None, send))
    return dict(sent[0]["headers"]), b"".join(message.get("body", b"") for message in sent[1:]).decode()


def test_page_is_chinese_before_its_scripts_run_and_names_no_other_host():
    page = localised(PAGE)
    assert 'lang="zh-CN"' in page
    assert page.index("'zh-CN'") < page.index("<script>1")
    assert "elsewhere" not in page
    assert '<meta charset="utf-8" />' in page


@pytest.mark.parametrize("cut", [1, 10, len(PAGE) // 2])
def test_page_is_rewritten_however_it_is_sent(cut):
    headers, body = serve(parts=(PAGE[:cut], PAGE[cut:]))
    assert body == localised(PAGE)
    assert headers[b"content-length"] == str(len(body.encode())).encode()


@pytest.mark.parametrize(
    "request_", [{"path": "/gradio_api/info"}, {"kind": b"application/json"}, {"path": "/x.html"}]
)
def test_everything_else_passes_with_the_same_policy(request_):
    headers, body = serve(**request_)
    assert body == PAGE
    assert headers[b"content-security-policy"] == POLICY.encode()


def test_policy_allows_no_other_host():
    assert "http" not in POLICY
    assert "*" not in POLICY
    assert POLICY.startswith("default-src 'self'")

"""A mail server for tests: loopback only, a free port.

Says on stdout, one JSON value a line: first its port, then each letter it takes. What
it does with a letter is in the recipient's name (see Handler). With a certificate it
offers STARTTLS, or speaks TLS at once with --wrapped.
"""

import argparse
import asyncio
import json
import ssl

from aiosmtpd.smtp import SMTP, AuthResult, LoginPassword


class Handler:
    async def handle_MAIL(self, server, session, envelope, address, options):
        if address.startswith("blocked@"):
            return "550 5.7.1 this sender may not write here"
        envelope.mail_from = address
        return "250 OK"

    async def handle_RCPT(self, server, session, envelope, address, options):
        name = address.split("@")[0]
        if name == "nobody":
            return "550 5.1.1 no such mailbox"
        if name == "later":
            return "451 4.7.1 greylisted, come back later"
        if name == "silent":
            await asyncio.sleep(3600)
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server, session, envelope):
        name = envelope.rcpt_tos[0].split("@")[0]
        if name == "spam":
            return "554 5.7.1 this looks like spam"
        if name == "full":
            return "452 4.2.2 mailbox full"
        say(
            {
                "from": envelope.mail_from,
                "to": envelope.rcpt_tos,
                "tls": server.transport.get_extra_info("ssl_object") is not None,
                "user": session.auth_data.login.decode() if session.auth_data else None,
                "peer": session.peer[1],
                "hello": session.host_name,
                "content": envelope.content.decode("utf-8"),
            }
        )
        return "250 OK"


def authenticate(server, session, envelope, mechanism, data):
    right = isinstance(data, LoginPassword) and data == LoginPassword(b"tables", b"secret")
    return AuthResult(success=right, handled=False, auth_data=data)


def say(value):
    print(json.dumps(value), flush=True)


async def main():
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--certificate")
    arguments.add_argument("--key")
    arguments.add_argument("--wrapped", action="store_true")
    arguments.add_argument("--accounts", action="store_true")
    given = arguments.parse_args()

    context = None
    if given.certificate:
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        context.load_cert_chain(given.certificate, given.key)
    starttls = context is not None and not given.wrapped

    def session():
        return SMTP(
            Handler(),
            hostname="localhost",
            tls_context=context if starttls else None,
            require_starttls=starttls,
            authenticator=authenticate if given.accounts else None,
            auth_required=given.accounts,
            auth_require_tls=False,
            enable_SMTPUTF8=False,
        )

    server = await asyncio.get_running_loop().create_server(
        session, "127.0.0.1", 0, ssl=context if given.wrapped else None
    )
    say(server.sockets[0].getsockname()[1])
    await server.serve_forever()


asyncio.run(main())

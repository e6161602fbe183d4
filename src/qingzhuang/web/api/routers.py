"""The operations by what they are about: one address lives in one of these, whoever may do what there."""

from ninja import Router

from qingzhuang.model.organisation import Role
from qingzhuang.web.api.door import Bearer

PREFIX = "/api/v1"
ISSUERS, OVERSEERS, POSTS = Bearer(Role.ISSUER), Bearer(Role.OVERSEER), Bearer(Role.POST)
me = Router(tags=["me"], auth=Bearer(Role.POST, Role.ISSUER, Role.OVERSEER))
demands = Router(tags=["demands"], auth=ISSUERS)
submissions = Router(tags=["submissions"], auth=POSTS)
subjects = Router(tags=["facts"], auth=POSTS)
minutes = Router(tags=["minutes"], auth=OVERSEERS)
